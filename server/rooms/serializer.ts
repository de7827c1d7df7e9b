import { SchemaSerializer } from '@colyseus/core';
import type { RoomState } from '../../shared/protocol/room.ts';

/** Bytes for encoding a room's state, the largest one; a larger state is encoded in a buffer made for it. */
export const STATE_BYTES = 512 * 1024;

const WHOLE = new Uint8Array(STATE_BYTES);
const PATCHES = new Uint8Array(STATE_BYTES);

/**
 * Encodes the state of a room in buffers that all rooms share, instead of a megabyte for each. What was encoded is
 * copied before anything else is (`keepOwnCopies`).
 */
export class LeanSerializer extends SchemaSerializer<RoomState> {
  override fullEncodeBuffer = WHOLE;

  override reset(state: RoomState): void {
    super.reset(state);
    this.encoder.sharedBuffer = PATCHES;
  }

  override getFullState(...asked: Parameters<SchemaSerializer<RoomState>['getFullState']>): Uint8Array {
    this.needFullEncode = true; // another room has written over it since
    return super.getFullState(...asked);
  }
}
