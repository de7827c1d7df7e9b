import type { WireCommand } from '../../shared/protocol/command.ts';
import type { Actor, Command, Seat, TextId } from '../../shared/rules/index.ts';

/** A command as the log holds it, and the words that go beside the log. */
export interface Worded {
  command: Command;
  texts: Readonly<Record<TextId, string>>;
}

/** Puts `id` in the place of the words. Bots' keys and parameters cannot come over the wire. */
export function wordedOf(wire: WireCommand, id: TextId): Worded {
  switch (wire.kind) {
    case 'instruct':
      return { command: { ...wire, text: id }, texts: { [id]: wire.text ?? '' } };
    case 'propose':
      return { command: { ...wire, text: wire.text === null ? null : id }, texts: textsOf(id, wire.text) };
    case 'say': {
      const { text, about } = wire;
      const told = {
        ...wire,
        about,
        key: null,
        params: null,
      };
      return { command: { ...told, text: text === null ? null : id }, texts: textsOf(id, text) };
    }
    default:
      return { command: wire, texts: {} };
  }
}

/** Who asks when a seat does: what only the host may ask counts as the host's when the seat is the host's. */
export function actorOf(seat: Seat, host: Seat | null, command: Command): Actor {
  const { kind } = command;
  const isHosts = kind === 'start' || kind === 'closeTalks' || (kind === 'standIn' && command.seat !== seat);
  return isHosts && seat === host ? 'host' : seat;
}

function textsOf(id: TextId, text: string | null): Worded['texts'] {
  return text === null ? {} : { [id]: text };
}
