import { useState } from 'react';
import type { FrontHandle, FrontModel } from '../../front/model.ts';
import { t } from '../../text.ts';

/** What the signs of the map mean, under it where it has no room for them. */
export function Legend({ handle, model }: { handle: FrontHandle | null; model: FrontModel }) {
  const [isOpen, setOpen] = useState(false);
  const signs = isOpen && handle ? handle.signs(model) : [];
  return (
    <details className="map-legend" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="strong small">{t('front.legend')}</summary>
      <ul>
        {signs.map(({ words, draw }) => (
          <li key={words} className="small">
            <canvas ref={(canvas) => (canvas ? draw(canvas) : undefined)} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
    </details>
  );
}
