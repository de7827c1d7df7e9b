import { t } from '../text.ts';
import { Link } from './Link.tsx';

interface Props {
  title: string;
  text: string;
  again?: (() => void) | undefined;
  inside?: boolean; // stands within a page that has its own frame
}

/** A page for when there is nothing to show: why, and what would work. */
export function Trouble({ title, text, again, inside = false }: Props) {
  const Frame = inside ? 'section' : 'main';
  return (
    <Frame className="trouble stack" id={inside ? undefined : 'main'}>
      <h1>{title}</h1>
      <p className="lede">{text}</p>
      <div className="row">
        {again && (
          <button type="button" className="btn primary" onClick={again}>
            {t('trouble.again')}
          </button>
        )}
        <Link to="/" className="btn">
          {t('trouble.home')}
        </Link>
      </div>
    </Frame>
  );
}
