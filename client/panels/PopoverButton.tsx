import { lazy, type ReactNode } from 'react';
import { type Face, LaterButton } from './LaterButton.tsx';

const PopoverWindow = lazy(() => import('./PopoverWindow.tsx'));

/** A few words beside the page, and the button that opens them. */
export interface PopoverProps extends Face {
  title: string;
  told: string; // class of the words
  placement: 'bottom' | 'bottom end';
  children: ReactNode;
}

/** A button with more about it behind it. */
export function PopoverButton(props: PopoverProps) {
  return (
    <LaterButton {...props} popup="dialog">
      {(pressed) => <PopoverWindow {...props} pressed={pressed} />}
    </LaterButton>
  );
}
