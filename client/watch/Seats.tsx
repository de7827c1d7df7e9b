import { Bot, Check, User } from 'lucide-react';
import type { World } from '../../shared/rules/state.ts';
import { type Seat, SEATS } from '../../shared/rules/types.ts';
import { useGame } from '../game/context.ts';
import { SeatName } from '../seats.tsx';
import { listed, t } from '../text.ts';

/** Who sits where, and who is ready; `short` where there is little room. */
export function Seats({ short = false }: { short?: boolean }) {
  const { view, words } = useGame();
  const { world } = view;
  return (
    <ul className="watch-seats">
      {SEATS.map((seat) => {
        const { taken, ready, standIn } = world.seats[seat];
        const Icon = ready ? Check : taken === 'human' && !standIn ? User : Bot;
        return (
          <li key={seat} data-ready={ready}>
            <SeatName seat={seat} size={28} short={short} />
            <span className="watch-who">
              <Icon size={20} aria-hidden="true" />
              {whoWords(world, seat, words.names[seat].filter(Boolean))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function whoWords({ seats, phase }: World, seat: Seat, names: readonly string[]): string {
  const { taken, ready, standIn } = seats[seat];
  if (ready) return t('ready.on');
  if (taken === 'open') return t('watch.free');
  if (standIn) return t('press.standIn');
  if (taken === 'bot') return t('press.simulated');
  if (phase === 'talks') return t('watch.atWork');
  return names.length > 0 ? listed(names) : t('lobby.someone');
}
