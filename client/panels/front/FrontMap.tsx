import { Minus, Plus, Scan } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { FrontHandle, FrontModel } from '../../front/model.ts';
import { t } from '../../text.ts';
import { Legend } from './Legend.tsx';
import { useScene } from './useScene.ts';

const STEP = 80; // CSS pixels that an arrow key moves the map
const CLOSER = 1.4; // times

interface Props {
  model: FrontModel;
  onPick: (sector: string) => void;
  children?: ReactNode; // laid over the map
}

/** The map of the front with its buttons, which also take the keys that move it. */
export function FrontMap({ model, onPick, children }: Props) {
  const { host, handle } = useScene<FrontModel, FrontHandle>(async (element) => {
    const { mountFront } = await import('../../front/mount.ts');
    return mountFront(element, { onSelect: onPick });
  }, model);

  const move = (event: KeyboardEvent) => {
    const act = KEYS[event.key];
    if (!act || !handle || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(handle);
  };
  const buttons = [
    { label: t('front.zoom.in'), Icon: Plus, act: () => handle?.zoomBy(CLOSER) },
    { label: t('front.zoom.out'), Icon: Minus, act: () => handle?.zoomBy(1 / CLOSER) },
    { label: t('front.zoom.reset'), Icon: Scan, act: () => handle?.reset() },
  ];
  return (
    <>
      <div className="front-map">
        <div ref={host} className="front-canvas" aria-hidden="true" />
        <div className="front-zoom" role="group" aria-label={t('front.zoom')} title={t('map.keys')}>
          {buttons.map(({ label, Icon, act }) => (
            <button
              key={label}
              type="button"
              className="btn icon"
              aria-label={label}
              aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight + - 0"
              disabled={!handle} // until the map has come
              onClick={act}
              onKeyDown={move}
            >
              <Icon size={18} aria-hidden="true" />
            </button>
          ))}
        </div>
        {children}
      </div>
      <Legend handle={handle} model={model} />
    </>
  );
}

const KEYS: Readonly<Record<string, (handle: FrontHandle) => void>> = {
  ArrowLeft: (handle) => handle.panBy(STEP, 0),
  ArrowRight: (handle) => handle.panBy(-STEP, 0),
  ArrowUp: (handle) => handle.panBy(0, STEP),
  ArrowDown: (handle) => handle.panBy(0, -STEP),
  '+': (handle) => handle.zoomBy(CLOSER),
  '=': (handle) => handle.zoomBy(CLOSER),
  '-': (handle) => handle.zoomBy(1 / CLOSER),
  '0': (handle) => handle.reset(),
};
