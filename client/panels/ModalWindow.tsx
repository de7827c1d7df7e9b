import { Dialog, Heading, Modal as AriaModal, ModalOverlay } from 'react-aria-components';
import type { ModalProps } from './Modal.tsx';

/** The window itself; loaded when one is opened, or the page rests. */
export default function ModalWindow({ title, open, onClose, wide = false, children }: ModalProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <AriaModal className={wide ? 'modal wide' : 'modal'}>
        <Dialog className="dialog stack">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}
