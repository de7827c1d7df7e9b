import '../panels/papers/papers.css';
import '../panels/world/world.css';
import '../panels/results/results.css';
import { useState } from 'react';
import { useGame } from '../game/context.ts';
import { Dispositions } from '../panels/results/Dispositions.tsx';
import { EndingHead } from '../panels/results/EndingHead.tsx';
import { Joint } from '../panels/results/Joint.tsx';
import { Questions } from '../panels/results/Questions.tsx';
import Reveal from '../panels/results/Reveal.tsx';
import { Road } from '../panels/results/Road.tsx';
import { t } from '../text.ts';

/** The end, told to the room, and then what there is to talk about. */
export default function Ending() {
  const { result } = useGame().view.world;
  const [told, setTold] = useState(false);
  if (!result) return null;
  const { forecast } = result;
  if (forecast && !told)
    return (
      <div className="page results">
        <Reveal result={{ ...result, forecast }} onEnd={() => setTold(true)} />
      </div>
    );
  return (
    <div className="page results stack l">
      <EndingHead result={result} />
      {result.pillars && <Joint result={result} />}
      <Questions />
      <Road />
      {result.seats && <Dispositions seats={result.seats} />}
      {forecast && (
        <div className="row">
          <button type="button" className="btn" onClick={() => setTold(false)}>
            {t('results.reveal')}
          </button>
        </div>
      )}
    </div>
  );
}
