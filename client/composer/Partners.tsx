import { Plus } from 'lucide-react';
import type { Term } from '../../shared/rules/state.ts';
import type { Level, ProvisionId } from '../../shared/rules/types.ts';
import { useGame } from '../game/context.ts';
import { provisionName, seatName } from '../names.ts';
import { t } from '../text.ts';
import { type Partner, partnersOf } from './partners.ts';

interface Props {
  terms: readonly Term[];
  onAdd: (id: ProvisionId, level: Level) => void;
}

/** What could go with the terms of a draft, each taken up with one press. */
export function Partners({ terms, onAdd }: Props) {
  const { scenario, view } = useGame();
  const partners = partnersOf(scenario, view, terms);
  if (partners.length === 0) return null;
  return (
    <section className="stack s" aria-labelledby="partners">
      <h3 id="partners" className="label">
        {t('partners.title')}
      </h3>
      <ul className="row s">
        {partners.map((partner) => (
          <li key={partner.id}>
            <button type="button" className="chip partner" onClick={() => onAdd(partner.id, partner.level)}>
              <Plus size={14} aria-hidden="true" />
              <span>
                {provisionName(partner.id)} <span className="tiny muted">{whyWords(partner)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whyWords({ why }: Partner): string {
  switch (why.kind) {
    case 'needed':
      return t('partners.needed', { provision: provisionName(why.by) });
    case 'together':
      return t('partners.together');
    case 'pays':
      return t('partners.pays', { seat: seatName(why.seat) });
  }
}
