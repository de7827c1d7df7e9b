import { lazy, type ReactNode, Suspense, useState } from 'react';

const ModalWindow = lazy(() => import('./ModalWindow.tsx'));

/** What a window over the page says, and whether it is there. */
export interface ModalProps {
  title: string;
  open: boolean;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** A window over the page. */
export function Modal(props: ModalProps) {
  const [wasOpen, setWasOpen] = useState(false);
  if (props.open && !wasOpen) setWasOpen(true);
  return wasOpen ? (
    <Suspense fallback={null}>
      <ModalWindow {...props} />
    </Suspense>
  ) : null;
}
