import { z } from 'zod';
import { ACTS, type Channel, type Order, READERS, REASONS } from '../rules/state.ts';
import {
  type AgreementId,
  type Level,
  type OrderId,
  type ProposalId,
  REGIONS,
  type ReportId,
  SEATS,
  SECTORS,
  type TermKey,
} from '../rules/types.ts';
import { Id, Text } from './format.ts';

// Words of the language (seats, regions, reasons) are checked here; ids are only strings here, and the rules
// refuse the unknown ones with what would work.

/** An id that the rules name by its pattern; that it fits and exists is for them to say. */
const idOf = <T extends string>() => Id as unknown as z.ZodType<T, string>;

const PROPOSAL = idOf<ProposalId>();
const LEVEL = z.int().min(-99).max(99) as unknown as z.ZodType<Level, number>;

const CONDITION = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ceasefireHeld'), rounds: z.int().min(0).max(99) }),
  z.strictObject({ kind: z.literal('inForce'), provision: Id, level: LEVEL }),
  z.strictObject({ kind: z.literal('fromDate'), date: z.iso.date() }),
]);

const SNAPBACK = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ceasefireEnds') }),
  z.strictObject({ kind: z.literal('breachOf'), provision: Id }),
]);

const TERM = z.strictObject({
  provision: Id,
  level: LEVEL,
  scope: z.array(z.enum(REGIONS)).max(REGIONS.length).readonly(),
  conditions: z.array(CONDITION).max(8).readonly(),
  snapback: z.array(SNAPBACK).max(8).readonly(),
});

const ORDER = z.strictObject({
  order: idOf<OrderId>(),
  target: Id.nullable() as unknown as z.ZodType<Order['target'], string | null>,
  intensity: z.int().min(-99).max(99) as unknown as z.ZodType<Order['intensity'], number>,
});

const UNTIL = { until: z.int().min(0).max(99) };
const PLEDGE = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('give'), order: idOf<OrderId>(), ...UNTIL }),
  z.strictObject({ kind: z.literal('withhold'), order: idOf<OrderId>(), ...UNTIL }),
  z.strictObject({ kind: z.literal('keep'), provision: Id, ...UNTIL }),
  z.strictObject({ kind: z.literal('sign'), proposal: PROPOSAL, ...UNTIL }),
]);

const ABOUT = z
  .strictObject({
    provision: Id,
    with: Id,
    proposal: PROPOSAL,
    sector: z.enum(SECTORS),
    report: idOf<ReportId>(),
    ledger: z.int().min(0).max(99_999),
    seat: z.enum(SEATS),
    pledge: PLEDGE,
  })
  .partial();

const REASON = { reason: z.enum(REASONS), about: Id.optional() };

/** What a seat may ask over the wire: the rules' commands with the words themselves in place of their ids. */
export const WireCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('standIn'), seat: z.enum(SEATS), why: z.literal('asked').nullable() }),
  z.strictObject({ kind: z.literal('chooseAgenda'), cards: z.array(Id).max(8).readonly() }),
  z.strictObject({ kind: z.literal('instruct'), text: Text }),
  z.strictObject({
    kind: z.literal('propose'),
    terms: z.array(TERM).max(16).readonly(),
    readers: z.enum(READERS),
    counterTo: PROPOSAL.nullable(),
    text: Text.nullable(),
  }),
  z.strictObject({ kind: z.literal('sign'), proposal: PROPOSAL }),
  z.strictObject({ kind: z.literal('reject'), proposal: PROPOSAL, ...REASON }),
  z.strictObject({ kind: z.literal('withdraw'), proposal: PROPOSAL }),
  z.strictObject({ kind: z.literal('hold'), ...REASON }),
  z.strictObject({ kind: z.literal('object'), agreement: idOf<AgreementId>() }),
  z.strictObject({ kind: z.literal('denounce'), term: idOf<TermKey>() }),
  z.strictObject({ kind: z.literal('lobby'), term: idOf<TermKey>(), pc: z.int().min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('writeOrders'), orders: z.array(ORDER).max(16).readonly() }),
  z.strictObject({
    kind: z.literal('answerReport'),
    report: idOf<ReportId>(),
    answer: z.enum(['accuse', 'ask', 'inspect', 'pass']),
  }),
  z.strictObject({
    kind: z.literal('say'),
    channel: idOf<Channel>(),
    act: z.enum(ACTS),
    about: ABOUT.nullable(),
    text: Text.nullable(),
  }),
  z.strictObject({ kind: z.literal('setReady'), ready: z.boolean() }),
  z.strictObject({ kind: z.literal('closeTalks') }),
  z.strictObject({ kind: z.literal('predict'), held: z.int().min(0).max(100) }),
  z.strictObject({ kind: z.literal('vote'), agreement: idOf<AgreementId>().nullable() }),
]);
/** As a client writes it. */
export type WireCommandInput = z.input<typeof WireCommand>;
/** As the server reads it. */
export type WireCommand = z.output<typeof WireCommand>;

/**
 * The payload of `room.request('command', …)`.
 *
 * `id` is the client's own: the same id again is answered with the first answer, so a retry is harmless.
 * `round`, when given, is the round the seat was looking at: in another one the command is refused as stale.
 */
export const CommandRequest = z.strictObject({
  id: z.string().regex(/^[\w-]{8,64}$/),
  round: z.int().min(0).max(99).optional(),
  command: WireCommand,
});

/** The answer to an accepted command: `seq` of its row. What it changed has been published when this arrives. */
export interface CommandAnswer {
  seq: number;
}
