import type { ReactNode } from 'react';
import { useNarrow } from '../narrow.ts';

interface Props {
  title: ReactNode;
  className: string;
  open?: boolean; // from the start, on a phone too
  children: ReactNode;
}

/** A title and what belongs to it, which on a phone is folded away behind it. */
export function Fold({ title, className, open = false, children }: Props) {
  const narrow = useNarrow();
  if (!narrow)
    return (
      <div className={className}>
        {title}
        {children}
      </div>
    );
  return (
    <details className="fold" open={open}>
      <summary>{title}</summary>
      <div className={className}>{children}</div>
    </details>
  );
}
