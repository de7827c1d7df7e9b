import '../../game/bar.css';
import '../../game/news.css';
import '../../words.ts';
import '../papers/papers.css';
import '../results/results.css';
import '../world/world.css';
import './parts.css';
import { BookOpen, Ellipsis, Home, Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import words from '../../../shared/content/texts/en/parts.json';
import { SEATS } from '../../../shared/rules/types.ts';
import { SeatName } from '../../seats.tsx';
import { addWords, t } from '../../text.ts';
import { chooseTheme, useTheme } from '../../theme.ts';
import { Glossed } from '../Glossed.tsx';
import { Loading } from '../Loading.tsx';
import { MenuButton } from '../MenuButton.tsx';
import { Modal } from '../Modal.tsx';
import { PopoverButton } from '../PopoverButton.tsx';
import { Refusal } from '../Refusal.tsx';
import { HoldButton } from '../papers/HoldButton.tsx';
import { Squares } from '../results/Squares.tsx';
import { Sparkline } from '../world/Sparkline.tsx';

addWords(words);

/** The tokens of tokens.css, by their names there. */
const GROUNDS = ['page', 'ground', 'panel', 'raised', 'hover', 'line', 'edge', 'accent-soft'];
const INKS = ['ink', 'ink-2', 'ink-3', 'accent', 'primary', 'focus', 'up', 'down', 'warn'];
const SIZES = ['xs', 's', 'm', 'l', 'xl', '2xl'];
const SPACES = ['1', '2', '3', '4', '5', '6', '7', '8'];
const MOTIONS = ['step', 'fast', 'calm', 'slow', 'hold', 'turn'];
const BUTTONS = ['normal', 'primary', 'quiet', 'small', 'link'] as const;
const TAGS = ['plain', 'good', 'bad', 'warn'] as const;
const NOTES = ['', 'good', 'bad'];
const RISING = [3_000, 3_200, 2_900, 4_100, 4_600];

const LINES = [
  { id: 'brief', Icon: BookOpen },
  { id: 'orders', Icon: Send },
  { id: 'home', Icon: Home },
];

/** A page for whoever works on the look: all parts in all their states. Nothing links to it. */
export default function Parts() {
  const theme = useTheme();
  const [isOpen, setOpen] = useState(false);
  return (
    <main id="main" className="page stack l parts">
      <header className="stack s">
        <h1>{t('parts.title')}</h1>
        <p className="lede">{t('parts.lede')}</p>
        <div className="row s" role="group" aria-label={t('parts.theme')}>
          {(['dark', 'light'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="btn"
              aria-pressed={one === theme}
              onClick={() => chooseTheme(one)}
            >
              {t(`parts.theme.${one}`)}
            </button>
          ))}
        </div>
      </header>

      <Group name="colours">
        <Swatches names={GROUNDS} />
        <Swatches names={INKS} />
      </Group>
      <Group name="seats">
        <div className="row">
          {SEATS.map((seat) => (
            <SeatName key={seat} seat={seat} />
          ))}
        </div>
        <div className="row">
          {SEATS.map((seat) => (
            <SeatName key={seat} seat={seat} size={28} short />
          ))}
        </div>
      </Group>
      <Group name="type">
        {SIZES.map((size) => (
          <p key={size} style={{ fontSize: `var(--t-${size})` }}>
            {t('parts.type.sample')}
          </p>
        ))}
      </Group>
      <Group name="space">
        <div className="row s parts-spaces">
          {SPACES.map((space) => (
            <span key={space} className="parts-space" style={{ width: `var(--s-${space})` }} />
          ))}
        </div>
      </Group>
      <Group name="motion">
        <div className="row">
          {MOTIONS.map((motion) => (
            <span
              key={motion}
              className="parts-motion"
              style={{ animationDuration: `calc(8 * var(--move-${motion}))` }}
            >
              {motion}
            </span>
          ))}
        </div>
        <p className="small muted">{t('parts.motion.told')}</p>
      </Group>

      <Group name="buttons">
        {[false, true].map((isOff) => (
          <div key={String(isOff)} className="row">
            {BUTTONS.map((kind) => (
              <button key={kind} type="button" className={`btn ${kind}`} disabled={isOff}>
                {t(isOff ? 'parts.button.off' : `parts.button.${kind}`)}
              </button>
            ))}
          </div>
        ))}
        <HoldButton words={t('parts.button.hold')} disabled={false} onHeld={() => {}} />
      </Group>
      <Group name="tags">
        <div className="row s">
          {TAGS.map((tag) => (
            <span key={tag} className={`tag ${tag}`}>
              {t(`parts.tag.${tag}`)}
            </span>
          ))}
        </div>
        <div className="chips">
          {TAGS.map((tag) => (
            <button
              key={tag}
              type="button"
              className="chip"
              aria-current={tag === 'good' ? 'true' : undefined}
            >
              {t(`parts.tag.${tag}`)}
            </button>
          ))}
        </div>
        {NOTES.map((note) => (
          <p key={note} className={`note ${note}`}>
            {t('parts.note')}
          </p>
        ))}
        <Refusal words={t('parts.note')} />
        <p className="empty">{t('parts.empty')}</p>
      </Group>
      <Group name="fields">
        <div className="grid">
          <label className="field">
            <span className="field-label">{t('parts.field.name')}</span>
            <input type="text" placeholder={t('parts.field.name')} />
          </label>
          <label className="field">
            <span className="field-label">{t('parts.field.choice')}</span>
            <select>
              <option>{t('parts.field.one')}</option>
              <option>{t('parts.field.other')}</option>
            </select>
          </label>
          <label className="field">
            <span className="field-label">{t('parts.field.text')}</span>
            <textarea rows={2} />
          </label>
          <div className="stack s">
            <label className="check">
              <input type="checkbox" defaultChecked />
              {t('parts.field.check')}
            </label>
            {(['one', 'other'] as const).map((one) => (
              <label key={one} className="check">
                <input type="radio" name="parts" defaultChecked={one === 'one'} />
                {t(`parts.field.${one}`)}
              </label>
            ))}
          </div>
        </div>
      </Group>
      <Group name="surfaces">
        <div className="grid">
          <div className="card">{t('parts.card')}</div>
          <div className="paper">{t('parts.paper')}</div>
        </div>
        <div className="row">
          <button type="button" className="btn" onClick={() => setOpen(true)}>
            {t('parts.window.open')}
          </button>
          <MenuButton
            className="btn quiet icon"
            label={t('parts.menu')}
            face={<Ellipsis size={20} aria-hidden="true" />}
            placement="bottom end"
            lines={LINES.map((line) => ({ ...line, words: t(`parts.menu.${line.id}`) }))}
            onAction={() => {}}
          />
          <PopoverButton
            className="pill capital"
            face={t('parts.popover')}
            title={t('parts.popover')}
            told="capital-told stack s"
            placement="bottom end"
          >
            <p className="small">{t('parts.note')}</p>
          </PopoverButton>
        </div>
        <p>
          <Glossed>{t('parts.glossed')}</Glossed>
        </p>
        <details className="fold">
          <summary>{t('parts.fold')}</summary>
          <p>{t('parts.note')}</p>
        </details>
        <Modal title={t('parts.window')} open={isOpen} onClose={() => setOpen(false)}>
          <p>{t('parts.note')}</p>
        </Modal>
        <Loading words={t('parts.loading')} />
      </Group>
      <Group name="figures">
        <div className="row">
          <Sparkline values={RISING} />
          <span className="num up">+16</span>
          <span className="num down">−4.1</span>
        </div>
        <div className="meter parts-meter">
          <span style={{ width: '62%' }} />
        </div>
        <div className="parts-squares">
          <Squares held={64} was={71} />
        </div>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('parts.table.what')}</th>
              <th scope="col" className="n">
                {t('parts.table.how')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{t('parts.figure')}</td>
              <td className="n">46</td>
            </tr>
          </tbody>
        </table>
      </Group>
    </main>
  );
}

type GroupName =
  | 'colours'
  | 'seats'
  | 'type'
  | 'space'
  | 'motion'
  | 'buttons'
  | 'tags'
  | 'fields'
  | 'surfaces'
  | 'figures';

function Group({ name, children }: { name: GroupName; children: ReactNode }) {
  return (
    <section className="stack" aria-labelledby={`parts-${name}`}>
      <h2 id={`parts-${name}`}>{t(`parts.${name}`)}</h2>
      {children}
    </section>
  );
}

/** Colours by the names of their tokens. */
function Swatches({ names }: { names: readonly string[] }) {
  return (
    <ul className="parts-swatches">
      {names.map((name) => (
        <li key={name}>
          <span className="parts-swatch" style={{ background: `var(--${name})` }} />
          <code className="tiny">{name}</code>
        </li>
      ))}
    </ul>
  );
}
