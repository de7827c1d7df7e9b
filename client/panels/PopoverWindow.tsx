import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { PopoverProps } from './PopoverButton.tsx';

/** The words themselves; loaded when the page rests. */
export default function PopoverWindow(props: PopoverProps & { pressed: boolean }) {
  const { className, label, face, title, told, placement, children, pressed } = props;
  return (
    <DialogTrigger defaultOpen={pressed}>
      <Button className={className} aria-label={label}>
        {face}
      </Button>
      <Popover className="popover" placement={placement}>
        <Dialog className={told}>
          <Heading slot="title" level={2} className="small">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
