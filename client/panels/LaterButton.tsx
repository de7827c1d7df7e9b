import { type ReactNode, Suspense, useState } from 'react';
import { useRested } from '../later.ts';

/** How a button that opens something looks. */
export interface Face {
  className: string;
  label?: string; // where what is on it does not say it
  current?: boolean; // what it opens holds what is shown
  face: ReactNode;
}

interface Props extends Face {
  popup: 'menu' | 'dialog';
  children: (pressed: boolean) => ReactNode; // the button with what it opens; open at once, if it was pressed before
}

/** A button that stands there at once; what it opens comes when the page rests, or when it is pressed. */
export function LaterButton({ className, label, current, face, popup, children }: Props) {
  const rested = useRested();
  const [pressed, setPressed] = useState(false);
  const plain = (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-haspopup={popup}
      aria-expanded={false}
      data-current={current}
      onClick={() => setPressed(true)}
    >
      {face}
    </button>
  );
  return rested || pressed ? <Suspense fallback={plain}>{children(pressed)}</Suspense> : plain;
}
