import { type ComponentType, lazy } from 'react';
import { type Face, LaterButton } from './LaterButton.tsx';

const MenuWindow = lazy(() => import('./MenuWindow.tsx'));

/** One line of a menu. */
export interface MenuLine {
  id: string;
  Icon: ComponentType<{ size?: number; 'aria-hidden'?: 'true' }>;
  words: string;
}

/** A menu and the button that opens it. */
export interface MenuProps extends Face {
  placement: 'top end' | 'bottom end';
  lines: readonly MenuLine[];
  onAction: (id: string) => void;
}

/** A button with a menu behind it. */
export function MenuButton(props: MenuProps) {
  return (
    <LaterButton {...props} popup="menu">
      {(pressed) => <MenuWindow {...props} pressed={pressed} />}
    </LaterButton>
  );
}
