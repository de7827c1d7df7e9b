/** Client and server must speak the same one; raised with every change that an older page would misread. */
export const PROTOCOL = 1;

/** The name of the room type that a seat reservation is for. */
export const ROOM = 'game';

/** Most characters of one text that a person writes: a message, a note to a proposal, instructions. */
export const TEXT_LIMIT = 1000;
/** Most characters of a display name. */
export const NAME_LIMIT = 40;
/** Most bytes of one HTTP body or one frame from a client. */
export const BYTES_LIMIT = 16 * 1024;

/** Letters of a game's code: none that is read as another one. */
export const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_LENGTH = 6;
