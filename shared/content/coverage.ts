/** What stands for a claim: an id in the data, a rule in RULES.md, or a key in the catalogue. */
export type CoverageKind =
  | 'provision'
  | 'order'
  | 'card'
  | 'track'
  | 'rule'
  | 'brief'
  | 'score'
  | 'debrief'
  | 'agenda'
  | 'starter'
  | 'seat';

export interface CoveredBy {
  kind: CoverageKind;
  id: string;
}

const by =
  (kind: CoverageKind) =>
  (...ids: string[]): CoveredBy[] =>
    ids.map((id) => ({ kind, id }));
const provision = by('provision');
const order = by('order');
const card = by('card');
const track = by('track');
const rule = by('rule');
const brief = by('brief');
const score = by('score');
const debrief = by('debrief');
const agenda = by('agenda');
const starter = by('starter');
const seat = by('seat');

/**
 * The article's claims, by the number each has in the reading list, and what in the game stands for it: something a
 * player can sign, order, meet or see measured; a question of the debrief only where nothing else would do. `score` and
 * `brief` and `debrief` are keys of the catalogue. The claims are told here in other words.
 */
export const COVERAGE = {
  // the shape of the argument: three parts, one package, two ways to go about it
  A001: rule('SCORE-4', 'SCORE-5'), // Ukraine's safety within Europe's, both within the bilateral repair: a product, not a sum
  A002: score('ending.doneWell', 'ending.doneBadly'), // there is a good way and a bad one
  A003: rule('TALK-2', 'ESTIMATE-1'), // the good way fits the parts together: texts that span tables
  A004: rule('SCORE-4'), // three pillars
  A005: [...rule('ESTIMATE-1', 'SCORE-5'), ...starter('short-cut')], // dealing with the parts one by one fails
  A006: [...provision('full-ceasefire'), ...starter('thirty-days'), ...rule('TRUCE-2')], // thirty days is a sound start
  A007: rule('TRUCE-3', 'TREATY-1', 'TREATY-2'), // one uncertain step rests on another
  A008: provision('energy-truce'), // no strikes on energy
  A009: provision('maritime-truce'), // quiet at sea
  A010: [...rule('TRUCE-1'), ...card('holiday-truce'), ...provision('energy-truce')], // partial truces promise no full one
  A011: [...rule('TRUCE-3'), ...card('who-fired-first')], // a wider ceasefire may wobble
  A012: [...rule('TALK-7', 'TREATY-7'), ...provision('line-of-control')], // from there the way to a settlement is unclear
  A013: [...score('ending.patched'), ...provision('line-of-control')], // some settlement may yet come
  A014: [...score('ending.doneBadly'), ...rule('SCORE-5')], // and leave Europe's security out
  A015: [...track('relations'), ...order('us.back-channel')], // Moscow is easier to deal with for a while
  A016: [...track('cohesion'), ...card('tariff-day'), ...order('us.press-kyiv')], // allies turn away
  A017: [...track('escalation'), ...rule('FORECAST-3')], // Europe itself stays a source of danger
  A018: [...track('usStanding'), ...provision('root-causes')], // democracies no longer see a partner
  A019: rule('SCORE-8', 'TALK-2'), // think wider: breadth is counted
  A020: rule('TREATY-7', 'TREATY-4'), // the ceasefire carries all other talks
  A021: [...starter('short-cut-with-pledge'), ...rule('TREATY-11')], // and is no gate to a settlement made by one
  A022: rule('TALK-5', 'PRESS-1'), // several negotiations at once, with different people

  // sanctions
  A023: [...seat('eu'), ...provision('relief-maritime')], // one of them with the EU
  A024: [...order('us.ease'), ...provision('relief-finance')], // when and how to ease is being weighed
  A025: [...starter('ports-for-quiet'), ...brief('common.more')], // easing is already tied to the sea
  A026: [...rule('TREATY-1', 'TREATY-8'), ...order('us.ease')], // as bait, or as a reward
  A027: [...track('sanctionsUs', 'sanctionsEu'), ...provision('relief-assets')], // alone Washington has little to give
  A028: [...rule('TREATY-8'), ...track('russiaEconomy')], // relief is there to move Moscow
  A029: [...provision('relief-oil'), ...rule('TALK-4')], // which takes European signatures
  A030: [...card('tariff-day'), ...rule('TRUST-1'), ...order('us.consult-allies')], // and that is not how it is done today
  A031: [...brief('brief.eu.more'), ...track('sanctionsEu'), ...debrief('debrief.question.9')], // trade, eight to one
  A032: [...debrief('debrief.question.9'), ...provision('business')], // investment, three to one
  A033: provision('relief-assets', 'relief-gas'), // what Moscow wants most is the EU's to give
  A034: [...provision('business'), ...order('ru.gas-overture')], // talk with the gas company
  A035: [...order('eu.wean-gas'), ...provision('relief-gas')], // whose customers are in Europe
  A036: provision('relief-gas'), // by a pipeline that would have to be mended
  A037: [...provision('relief-gas'), ...rule('TREATY-2'), ...brief('brief.us.more')], // on which others decide
  A038: rule('CLOCK-2', 'TREATY-1'), // all of it goes in phases
  A039: [...provision('tightening-plan'), ...order('us.consult-allies')], // phases need the two to act together
  A040: provision('relief-maritime', 'relief-aviation'), // pick what to ease first
  A041: provision('relief-oil', 'relief-technology'), // and what next

  // Washington and Moscow, and the nuclear side
  A042: [...provision('embassies'), ...order('us.back-channel')], // the two go on talking
  A043: rule('SCORE-5', 'FORECAST-7'), // sanctions well used settle one part only
  A044: [...provision('business', 'summit'), ...agenda('us-openings'), ...score('ending.doneBadly')], // making common cause
  A045: [...provision('stability-talks', 'council'), ...rule('SCORE-4')], // otherwise two security questions wait
  A046: [...provision('new-start'), ...track('stability'), ...card('ten-months-to-zero')], // the nuclear one is growing
  A047: [...rule('TRACK-4'), ...seat('cn')], // and has a third side
  A048: [...provision('stability-talks'), ...rule('TALK-3')], // Moscow may talk without conditions
  A049: [...starter('three-chairs'), ...provision('stability-talks')], // even in a circle of three
  A050: [...provision('stability-talks'), ...track('stability')], // a fine beginning, if so
  A051: [...provision('new-systems'), ...card('new-missiles')], // new kinds of weapon
  A052: [...provision('cyber-space'), ...order('ru.hybrid')], // war by computer
  A053: provision('cyber-space'), // war in orbit
  A054: provision('new-systems', 'intermediate-missiles'), // long-range weapons without nuclear charge
  A055: [...provision('stability-talks'), ...rule('TALK-7')], // first find common ground, then limits
  A056: rule('SCORE-4', 'TRACK-4'), // the repaired relationship turns on it

  // Europe, and Ukraine within it
  A057: [...provision('council'), ...rule('SCORE-4')], // the other question is Europe's order
  A058: [...provision('us-posture'), ...card('walk-away'), ...debrief('debrief.question.10')], // twice Washington kept out, to its cost
  A059: [...rule('TALK-8'), ...order('us.intelligence')], // the pause is for sounding out both sides
  A060: rule('SCORE-5', 'FORECAST-4'), // worthy, and too little
  A061: [...provision('guarantees'), ...rule('SCORE-4')], // no settlement without Ukraine's safety after it
  A062: rule('SCORE-5', 'FORECAST-1'), // which hangs on Europe's
  A063: provision('security-agreements', 'council'), // at home by arms, outside by order
  A064: [...provision('us-backstop'), ...order('us.arms')], // Washington has a share of its own to bring
  A065: [...track('ukraineDefence'), ...provision('air-defence')], // a Ukraine that can hold
  A066: provision('security-agreements'), // by the agreements it has
  A067: [...provision('defence-industry'), ...order('ua.industry')], // which found an arms industry
  A068: [...provision('training'), ...order('nato.train')], // and a trained army
  A069: provision('security-agreements', 'reconstruction'), // paying them in full serves Washington too
  A070: [...provision('ukraine-alignment', 'security-agreements'), ...rule('FORECAST-1')], // since it bears on membership
  A071: [...brief('brief.ru.want'), ...provision('ukraine-alignment'), ...agenda('ru-the-causes')], // Moscow wants that ruled out
  A072: [...brief('brief.us.redlines'), ...order('us.offer-veto')], // Washington seems willing
  A073: [...provision('root-causes'), ...starter('short-cut-with-pledge')], // by promising a veto
  A074: [...order('us.offer-veto'), ...rule('TREATY-11')], // given alone it shuts out the rest
  A075: rule('FORECAST-4'), // and lasts as long as a presidency
  A076: [...rule('FORECAST-1'), ...score('ending.doneBadly')], // with nothing built beneath the peace
  A077: [...seat('nato'), ...rule('SEAT-5')], // the allies belong in it
  A078: rule('TALK-5', 'TALK-8'), // two may draft, then Kyiv says what can be done
  A079: rule('TREATY-2', 'SCORE-6'), // lasting takes more people's consent

  // the Council, the front and the guardrails
  A080: [...provision('council'), ...order('nato.call-council')], // the place is the Council
  A081: [...starter('open-the-council'), ...brief('brief.nato.more')], // which does not meet
  A082: [...rule('INCIDENT-1'), ...brief('common.more'), ...card('trees-cut')], // a line from the Arctic to the Black Sea
  A083: [...track('rearmament', 'europeDefence'), ...rule('TRACK-6')], // with strong armies on both sides
  A084: [...rule('INCIDENT-1'), ...card('two-exercises', 'cable-down', 'under-the-ice')], // and places to catch fire all along
  A085: rule('FORECAST-4', 'FORECAST-3'), // Ukraine among them, however protected
  A086: provision('demilitarised-zone'), // a strip without soldiers may be part of it
  A087: [...provision('crisis-centre'), ...rule('INCIDENT-2'), ...track('guardrails')], // above it all, something that holds force back
  A088: provision('force-ceilings'), // as weapons were once counted
  A089: provision('open-skies'), // skies opened
  A090: provision('notification', 'inspections'), // and exercises announced
  A091: [...provision('inspections'), ...rule('TRACK-5')], // to see and foresee
  A092: [...provision('force-ceilings'), ...rule('FORECAST-1')], // to make surprise harder
  A093: provision('exercise-caps'), // to keep manoeuvres small
  A094: [...provision('incidents-at-sea'), ...rule('TALK-2')], // made anew for drones, cables and a longer line
  A095: [...rule('FORECAST-7', 'FORECAST-1'), ...track('escalation')], // else Europe never rests
  A096: [...rule('TALK-7'), ...provision('council')], // and made in the Council

  // what Moscow may want
  A097: [...rule('MANDATE-1'), ...debrief('note.counterview')], // Moscow may want none of this
  A098: [...track('europeDefence'), ...rule('FORECAST-1')], // counting on a weak Europe
  A099: [...track('territory'), ...order('ru.offensive'), ...rule('FRONT-5')], // on the front
  A100: [...track('supportUs'), ...order('us.pause-aid')], // on fading support from Washington
  A101: [...track('russiaAims'), ...score('ending.doneBadly')], // to name the terms
  A102: [...debrief('note.counterview'), ...rule('MANDATE-1', 'SCORE-9')], // then the argument falls
  A103: rule('FORECAST-7', 'ESTIMATE-1'), // arms and order together change the game
  A104: [...provision('root-causes'), ...brief('brief.ru.case')], // a ceasefire at the price of causes
  A105: [...provision('root-causes'), ...brief('brief.ru.want')], // meaning NATO's growth undone
  A106: [...track('russiaSecurity'), ...rule('MANDATE-1')], // Moscow sees a long struggle with the West as the main danger
  A107: [...rule('MANDATE-1'), ...provision('force-ceilings')], // with Ukraine as one piece of that
  A108: [...provision('embassies'), ...rule('SCORE-4')], // linking the war to the relationship is right
  A109: rule('SCORE-5', 'FORECAST-1'), // and works only through Europe
  A110: [...provision('root-causes'), ...rule('MANDATE-2')], // the alliance will not shrink
  A111: [...brief('brief.nato.more'), ...track('europeDefence')], // it has grown
  A112: [...provision('ukraine-alignment'), ...agenda('ua-door-open'), ...brief('brief.ua.redlines')], // nor take Ukraine in, the author holds; Kyiv says otherwise
  A113: brief('brief.nato.more', 'brief.us.redlines'), // both frame what can be had
  A114: rule('TALK-4', 'TREATY-11'), // many sides, many ties
  A115: [...rule('SCORE-5'), ...track('ukraineDefence')], // outside the alliance Ukraine must be able to defend itself
  A116: [...order('us.consult-allies', 'eu.hold-out'), ...provision('tightening-plan')], // its friends together press harder
  A117: [...provision('spending', 'european-command'), ...rule('FORECAST-1')], // and most of all a Europe that deters by itself
  A118: [...provision('us-posture', 'article-five'), ...order('us.troops')], // with help from Washington
  A119: [...track('russiaSecurity'), ...rule('FORECAST-1')], // safe for everyone, Russia too
  A120: [...provision('council'), ...rule('TALK-4')], // guardrails need Washington's hand
  A121: [...order('us.consult-allies'), ...rule('PRESS-1')], // and its word with the EU
  A122: [...rule('TREATY-8'), ...provision('relief-finance')], // so that Moscow sees what it could have again

  // two speeds, and an end
  A123: rule('CLOCK-2', 'TREATY-1'), // it takes time
  A124: [...order('us.arms'), ...provision('security-agreements')], // soon and boldly: arms for Ukraine
  A125: [...provision('european-command'), ...order('nato.drive', 'eu.loan')], // a Europe that leads its defence
  A126: provision('tightening-plan', 'relief-maritime'), // sanctions in step
  A127: provision('stability-talks'), // a frame for nuclear talks
  A128: [...provision('notification'), ...rule('TALK-3')], // slowly and in small steps: guardrails
  A129: provision('new-start', 'china-transparency', 'launch-notification'), // limits for three arsenals
  A130: provision('business', 'relief-maritime'), // trade
  A131: rule('PC-3', 'TREATY-2', 'TALK-3'), // hurry has its price
  A132: provision('horizon'), // a far aim helps now
  A133: [...rule('FORECAST-6'), ...score('ending.patched'), ...debrief('debrief.question.8')], // it may be more than anyone can do
  A134: rule('SCORE-8'), // and counts for having been tried
} as const satisfies Readonly<Record<`A${string}`, readonly CoveredBy[]>>;
