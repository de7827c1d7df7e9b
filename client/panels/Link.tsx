import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { go } from '../route.ts';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
}

/** A link within the page: a real one, that does not load it again. */
export function Link({ to, onClick, children, ...rest }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
      return;
    event.preventDefault();
    go(to);
    scrollTo(0, 0);
  };
  const address = to.startsWith('/g/') && !to.includes('#') ? to + location.hash : to;
  return (
    <a {...rest} href={address} onClick={follow}>
      {children}
    </a>
  );
}
