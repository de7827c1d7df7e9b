import { FileSignature } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../text.ts';

const HELD = 1_100; // ms until it counts

/** A button that counts only when it is held: by finger, mouse, Enter or Space. Let go early, and nothing has happened. */
export function HoldButton({
  words,
  disabled,
  onHeld,
}: {
  words: string;
  disabled: boolean;
  onHeld: () => void;
}) {
  const [holding, setHolding] = useState(false);
  const [letGo, setLetGo] = useState(false);
  const timer = useRef(0);
  const held = useRef(onHeld);
  useEffect(() => {
    held.current = onHeld;
  }, [onHeld]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const begin = () => {
    if (timer.current || disabled) return;
    setHolding(true);
    timer.current = window.setTimeout(() => {
      timer.current = 0;
      setHolding(false);
      held.current();
    }, HELD);
  };
  const end = () => {
    if (!timer.current) return;
    clearTimeout(timer.current);
    timer.current = 0;
    setHolding(false);
    setLetGo(true);
  };
  return (
    <span className="hold-box stack s">
      <button
        type="button"
        className="btn primary big hold"
        data-holding={holding}
        disabled={disabled}
        onPointerDown={(event) => {
          if (event.button === 0) begin();
        }}
        onPointerUp={end}
        onPointerLeave={end}
        onPointerCancel={end}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          if (!event.repeat) begin();
        }}
        onKeyUp={end}
        onBlur={end}
      >
        <span className="hold-ink" aria-hidden="true" />
        <FileSignature size={20} aria-hidden="true" />
        <span className="hold-words">{words}</span>
      </button>
      <span className="small muted hold-told" role="status">
        {letGo ? t('sign.hold.again') : ''}
      </span>
    </span>
  );
}
