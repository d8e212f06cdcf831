import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { showSheetCode } from '../../../core/inquiry/paper/sheet-code.ts'
import type { Item } from '../../../core/inquiry/scale.ts'
import {
  fillUnnamed,
  readWords,
  type WordLanguage,
  type Words,
} from '../../../core/inquiry/words.ts'
import { text } from '../../kit/index.ts'
import { ChoicePicture } from '../collect/choice-picture.tsx'
import { listChoices } from '../collect/list-choices.ts'
import { conditionWords } from './condition-words.ts'
import styles from './paper.module.css'
import { QrCode } from './qr-code.tsx'

/** One respondent's sheet: large type, a number to circle beside every answer, the sheet's own number on top. */
export function PaperSheet({
  instrument,
  code,
  waveTitle,
  language,
}: {
  readonly instrument: Instrument
  readonly code: string
  readonly waveTitle: string
  readonly language: WordLanguage
}) {
  const say = (words: Words) => fillUnnamed(readWords(words, language), language)
  const instructions = say(instrument.instructions)
  return (
    <article className={styles.sheet} lang={language}>
      <header className={styles.top}>
        <div>
          <h2>{say(instrument.title)}</h2>
          <p>{waveTitle}</p>
        </div>
        <div className={styles.code}>
          <QrCode code={code} />
          <strong>{showSheetCode(code)}</strong>
        </div>
      </header>
      <p>{instructions === '' ? text('inquiry:paper.instructions') : instructions}</p>
      <ol className={styles.questions}>
        {instrument.items.map((item, index) => (
          <PaperItem
            key={item.id}
            instrument={instrument}
            item={item}
            before={instrument.items[index - 1]}
            language={language}
            say={say}
          />
        ))}
      </ol>
      {instrument.closing.map((note) => (
        <p key={note.id}>{say(note.text)}</p>
      ))}
    </article>
  )
}

interface PaperItemProps {
  readonly instrument: Instrument
  readonly item: Item
  readonly before: Item | undefined
  readonly language: WordLanguage
  readonly say: (words: Words) => string
}

function PaperItem({ instrument, item, before, language, say }: PaperItemProps) {
  const section =
    item.section === null || item.section === before?.section
      ? undefined
      : instrument.sections.find(({ id }) => id === item.section)
  const words =
    item.text === null
      ? text('inquiry:item.numbered', { number: item.number, id: item.id })
      : say(item.text)
  return (
    <li className={styles.question}>
      {section !== undefined && (
        <div>
          <h3>{say(section.title)}</h3>
          {section.showIf !== null && (
            <p className={styles.only}>
              {text('inquiry:paper.sectionOnly', {
                condition: conditionWords(section.showIf, instrument),
              })}
            </p>
          )}
        </div>
      )}
      {item.notes.map((note) => (
        <p key={note.id}>{say(note.text)}</p>
      ))}
      {item.showIf !== null && (
        <p className={styles.only}>
          {text('inquiry:paper.only', { condition: conditionWords(item.showIf, instrument) })}
        </p>
      )}
      <p className={styles.words}>
        {item.number}. {words}
      </p>
      <PaperAnswer instrument={instrument} item={item} language={language} />
    </li>
  )
}

function PaperAnswer({
  instrument,
  item,
  language,
}: Pick<PaperItemProps, 'instrument' | 'item' | 'language'>) {
  const { response } = item
  const choices = listChoices(instrument, item, language)
  if (choices !== null)
    return (
      <>
        {response.kind === 'multi' && (
          <p className={styles.only}>{text('inquiry:collect.several')}</p>
        )}
        <ul className={styles.options}>
          {choices.choices.map(({ value, label }, index) => (
            <li key={value}>
              <span className={styles.circle}>{value}</span>
              <ChoicePicture kind={choices.pictures} index={index} count={choices.choices.length} />
              {label === String(value) ? null : <span>{label}</span>}
            </li>
          ))}
        </ul>
      </>
    )
  if (response.kind === 'number')
    return (
      <p className={styles.line}>
        <span className={styles.blank} /> {response.unit}
      </p>
    )
  if (response.kind === 'date') return <p className={styles.line}>{text('inquiry:paper.day')}</p>
  return <div className={styles.room} />
}
