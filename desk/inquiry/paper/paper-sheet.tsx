import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { showSheetCode } from '../../../core/inquiry/paper/sheet-code.ts'
import type { Item } from '../../../core/inquiry/scale.ts'
import {
  fillNames,
  fillUnnamed,
  readWords,
  type WordLanguage,
  type Words,
} from '../../../core/inquiry/words.ts'
import { text } from '../../kit/index.ts'
import { listChoices } from '../collect/list-choices.ts'
import { OptionPicture } from '../collect/option-picture.tsx'
import { conditionWords } from './condition-words.ts'
import styles from './paper.module.css'
import { QrCode } from './qr-code.tsx'

/** One respondent's sheet: large type, a number to circle beside every answer, the sheet's own number on top. */
export function PaperSheet({
  instrument,
  code,
  waveTitle,
  language,
  layout,
  about,
}: {
  readonly instrument: Instrument
  readonly code: string
  /** Of somebody in the register: whom it is about, by code or by what a child calls them. No name stands on paper. */
  readonly about?: { readonly shown: string; readonly parent: string | null }
  readonly waveTitle: string
  readonly language: WordLanguage
  readonly layout: PaperLayout
}) {
  const say = (words: Words) => {
    const plain = readWords(words, language)
    const parent = about?.parent ?? null
    return fillUnnamed(parent === null ? plain : fillNames(plain, { parent }), language)
  }
  const instructions = say(instrument.instructions)
  return (
    <article className={styles.sheet} lang={language}>
      <table className={styles.frame} role="presentation">
        <thead>
          <tr>
            {/* On every page of the sheet: pages that come apart find each other again. */}
            <td className={styles.running}>{showSheetCode(code)}</td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <header className={styles.top}>
                <div>
                  <h2>{say(instrument.title)}</h2>
                  <p>{waveTitle}</p>
                  {about !== undefined && (
                    <p>{text('inquiry:paper.about', { about: about.shown })}</p>
                  )}
                </div>
                <div className={styles.code}>
                  <QrCode code={code} />
                  <strong>{showSheetCode(code)}</strong>
                </div>
              </header>
              <p>{instructions === '' ? text('inquiry:paper.instructions') : instructions}</p>
              <ol className={styles.questions}>
                {groupItems(instrument, layout).map((group) => {
                  const [first] = group
                  if (first === undefined) return null
                  const place = instrument.items.indexOf(first)
                  const part = { instrument, before: instrument.items[place - 1], language, say }
                  return group.length === 1 ? (
                    <PaperItem key={first.id} {...part} item={first} />
                  ) : (
                    <PaperTable key={first.id} {...part} items={group} />
                  )
                })}
              </ol>
              {instrument.closing.map((note) => (
                <p key={note.id}>{say(note.text)}</p>
              ))}
            </td>
          </tr>
        </tbody>
      </table>
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

export type PaperLayout = 'rows' | 'blocks'

/** Neighbours with the same options share one table, which saves paper; whatever needs words before it stands alone. */
function groupItems(instrument: Instrument, layout: PaperLayout): readonly (readonly Item[])[] {
  const groups: Item[][] = []
  for (const item of instrument.items) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const joins =
      layout === 'rows' &&
      before?.response.kind === 'choice' &&
      item.response.kind === 'choice' &&
      before.response.set === item.response.set &&
      before.section === item.section &&
      before.showIf === null &&
      item.showIf === null &&
      item.notes.length === 0
    if (joins && last !== undefined) last.push(item)
    else groups.push([item])
  }
  return groups
}

function PaperTable({
  items,
  ...part
}: Omit<PaperItemProps, 'item'> & { readonly items: readonly Item[] }) {
  const { instrument, language, say } = part
  const [first] = items
  const choices = first === undefined ? null : listChoices(instrument, first, language)
  if (first === undefined || choices === null) return null
  const count = choices.choices.length
  return (
    <li className={styles.tableOf}>
      <Lead {...part} item={first} />
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {choices.choices.map(({ value, label, picture }, index) => (
              <th key={value} scope="col">
                <OptionPicture {...{ picture, index, count }} kind={choices.pictures} size={48} />
                {label === String(value) ? null : <span>{label}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                {item.number}. {paperWords(item, say)}
              </th>
              {choices.choices.map(({ value }) => (
                <td key={value}>
                  <span className={styles.circle}>{value}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  )
}

function paperWords(item: Item, say: (words: Words) => string): string {
  return item.text === null
    ? text('inquiry:item.numbered', { number: item.number, id: item.id })
    : say(item.text)
}

/** What stands before a question: the heading of its part, words between, and who is to answer. */
function Lead({ instrument, item, before, say }: Omit<PaperItemProps, 'language'>) {
  const section =
    item.section === null || item.section === before?.section
      ? undefined
      : instrument.sections.find(({ id }) => id === item.section)
  return (
    <>
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
    </>
  )
}

function PaperItem(props: PaperItemProps) {
  const { instrument, item, language, say } = props
  return (
    <li className={styles.question}>
      <Lead {...props} />
      <p className={styles.words}>
        {item.number}. {paperWords(item, say)}
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
          {choices.choices.map(({ value, label, picture }, index) => (
            <li key={value}>
              <span className={styles.circle}>{value}</span>
              <OptionPicture
                picture={picture}
                kind={choices.pictures}
                index={index}
                count={choices.choices.length}
                size={56}
              />
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
