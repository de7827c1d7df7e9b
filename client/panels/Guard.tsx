import { Component, type ReactNode } from 'react';
import { t } from '../text.ts';
import { Trouble } from './Trouble.tsx';

/** Keeps a fault in one screen from taking the page with it; the game itself lies safe on the server. */
export class Guard extends Component<{ children: ReactNode; inside?: boolean }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Trouble
        title={t('fault.title')}
        text={t('fault.text')}
        again={() => location.reload()}
        inside={this.props.inside ?? false}
      />
    );
  }
}
