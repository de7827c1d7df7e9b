import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { MenuProps } from './MenuButton.tsx';

/** The menu itself; loaded when the page rests. */
export default function MenuWindow(props: MenuProps & { pressed: boolean }) {
  const { className, label, current, face, placement, lines, onAction, pressed } = props;
  return (
    <MenuTrigger defaultOpen={pressed}>
      <Button className={className} aria-label={label} data-current={current}>
        {face}
      </Button>
      <Popover className="popover" placement={placement}>
        <Menu className="menu" onAction={(key) => onAction(String(key))}>
          {lines.map(({ id, Icon, words }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={words}>
              <Icon size={18} aria-hidden="true" />
              {words}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
