import type { TableModel, TablesModel } from '../../tables/model.ts';
import type { Theme } from '../../theme.ts';
import type { Term } from '../../../shared/rules/state.ts';
import { provisionFor } from '../../../shared/rules/terms.ts';
import { SEATS, type TableId } from '../../../shared/rules/types.ts';
import type { Game } from '../../game/context.ts';
import { papersForMe } from '../../game/waiting.ts';
import { opensIn, seatName, tableFor, tablesShown } from '../../names.ts';
import { paperTitle } from '../papers/PaperCard.tsx';
import { t } from '../../text.ts';

/** The conference as the scene draws it and the list beside it tells it. */
export function tablesModel(
  game: Game,
  look: { theme: Theme; reducedMotion: boolean; selected: string | null },
): TablesModel {
  const { view, scenario } = game;
  const { world, mine } = view;
  const tablesOf = (terms: readonly Pick<Term, 'provision'>[]): TableId[] => [
    ...new Set(terms.map((term) => tableFor(scenario, provisionFor(scenario, term.provision)))),
  ];
  const open = mine.papers.filter((paper) => paper.state === 'open');
  const waiting = papersForMe(view);
  const agreed = world.agreements.flatMap((agreement) => agreement.terms);

  const tables = tablesShown(scenario).map((table): TableModel => {
    const here = open.filter((paper) => tablesOf(paper.terms).includes(table));
    const terms = agreed.filter((term) => tablesOf([term])[0] === table);
    const { members } = scenario.members[table];
    const opens = opensIn(scenario, world, table);
    return {
      id: table,
      name: t(`table.${table}.name`),
      members: SEATS.filter((seat) => members.includes(seat)).map((seat) => ({
        seat,
        name: seatName(seat),
        code: t(`ui.seat.${seat}.code`),
        present: world.seats[seat].taken === 'bot' || game.present.includes(seat),
      })),
      open: here.length,
      agreed: terms.filter((term) => term.state === 'pending' || term.state === 'suspended').length,
      inForce: terms.filter((term) => term.state === 'inForce').length,
      closed: opens === null ? null : t('tables.opens', { round: opens }),
      waiting: here.some((paper) => waiting.includes(paper)),
      span: [...new Set(here.flatMap((paper) => tablesOf(paper.terms)))].filter((other) => other !== table),
      papers: here.map((paper) => ({
        id: paper.id,
        title: paperTitle(paper),
        signed: paper.signatures,
        needs: paper.signatories,
        rejected: SEATS.filter((seat) => seat in paper.rejections && !paper.signatures.includes(seat)),
      })),
    };
  });
  return {
    theme: look.theme,
    reducedMotion: look.reducedMotion,
    tables,
    selected: look.selected,
    words: {
      open: t('tables.open'),
      agreed: t('tables.agreed'),
      inForce: t('tables.inForce'),
      waiting: t('tables.waiting'),
    },
  };
}
