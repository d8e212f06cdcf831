import { Anchor, Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { CodeInTree } from '../../../core/inquiry/coding/order-codes.ts'
import { DoingNote, text } from '../../kit/index.ts'
import { useKeptWords } from '../../sync/index.ts'
import type { InterviewRecord } from '../interview/use-interviews.ts'
import styles from './coding.module.css'
import { type Codebook, usableCodes } from './use-coding.ts'
import type { Marking, Passage } from './use-marking.ts'
import { WhomChoice } from './whom-choice.tsx'

interface CodePanelProps {
  readonly its: InterviewRecord
  readonly book: Codebook
  readonly passage: Passage | null
  readonly marking: Marking
  readonly may: boolean
  readonly onDone: (passage: Passage | null) => void
}

/** So many codes have a key of their own: those that stand first in the list as it is filtered. */
const keyed = 9

/** The codes: select words, then touch a code, press its number, or type its name and Enter. */
export function CodePanel({ its, book, passage, marking, may, onDone }: CodePanelProps) {
  const [sought, setSought] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const usable = useMemo(() => usableCodes(book), [book])
  const shown = useMemo(() => usable.filter(({ path }) => fits(path, sought)), [usable, sought])
  const mark = async (codeId: string | null, memo = '') => {
    if (passage === null || !may) return false
    const made = await marking.mark(passage, codeId, memo)
    if (!made) return false
    document.getSelection()?.removeAllRanges()
    setSought('')
    onDone(null)
    return true
  }
  const give = (codeId: string) => void mark(codeId).catch(reportError)
  useKeys(shown, give, search)
  return (
    <div className={styles.panel} data-idle={passage === null}>
      <output className={styles.chosen}>
        {passage === null
          ? text(may ? 'interview:coding.select' : 'interview:coding.readOnly')
          : text('interview:coding.chosen', { words: shorten(passage.words) })}
      </output>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          ref={search}
          className={styles.search}
          aria-label={text('interview:coding.search')}
          placeholder={text('interview:coding.search')}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = shown
            if (event.key === 'Enter' && first !== undefined) {
              event.preventDefault()
              give(first.code.id)
            }
          }}
        />
        {marking.lastId !== null && (
          <Button size="sm" variant="default" onClick={marking.takeBack}>
            {text('interview:coding.undo')}
          </Button>
        )}
      </Group>
      {may && <WhomChoice its={its} value={marking.aboutIds} onChange={marking.setAboutIds} />}
      <DoingNote doing={marking.doing} />
      {usable.length === 0 ? (
        <Text size="sm">
          {text('interview:coding.noCodes')}{' '}
          <Anchor component={Link} to="/inquiry/codebook">
            {text('interview:codebook.title')}
          </Anchor>
        </Text>
      ) : (
        <ul className={styles.codes}>
          {shown.map((item, index) => (
            <CodeButton
              key={item.code.id}
              item={item}
              before={shown[index - 1]}
              number={index < keyed ? index + 1 : null}
              disabled={passage === null || !may}
              onGive={give}
            />
          ))}
        </ul>
      )}
      {may && (
        <MemoOnly
          interviewId={its.id}
          chosen={passage !== null}
          onKeep={(memo) => mark(null, memo)}
        />
      )}
    </div>
  )
}

function CodeButton({
  item: { code, path },
  before,
  number,
  disabled,
  onGive,
}: {
  readonly item: CodeInTree
  readonly before: CodeInTree | undefined
  readonly number: number | null
  readonly disabled: boolean
  readonly onGive: (codeId: string) => void
}) {
  const head = path.slice(0, -1).join(' › ')
  const isNew = head !== '' && head !== before?.path.slice(0, -1).join(' › ')
  return (
    <li>
      {isNew && <span className={styles.head}>{head}</span>}
      <button
        type="button"
        className={styles.code}
        style={{ borderInlineStartColor: code.colour }}
        disabled={disabled}
        title={[code.definition, code.whenToUse, code.whenNotToUse]
          .filter((words) => words !== '')
          .join('\n')}
        // The selected words stay selected while a code is touched.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onGive(code.id)}
      >
        {number !== null && <kbd className={styles.key}>{number}</kbd>}
        {code.name}
      </button>
    </li>
  )
}

/** A thought about the selected words, without a code. What was typed before a break stands here also before the words are selected again. */
function MemoOnly({
  interviewId,
  chosen,
  onKeep,
}: {
  readonly interviewId: string
  readonly chosen: boolean
  readonly onKeep: (memo: string) => Promise<boolean>
}) {
  const { words, write, clear } = useKeptWords(`codingMemo:${interviewId}`)
  const keepIt = async () => {
    if (await onKeep(words)) await clear()
  }
  if (!chosen && words === '') return null
  return (
    <details className={styles.memo} open={words !== '' || undefined}>
      <summary>{text('interview:coding.memoOnly')}</summary>
      <Textarea
        aria-label={text('interview:coding.memoOnly')}
        autosize
        minRows={2}
        maxLength={8000}
        value={words}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <Button
        size="sm"
        mt="xs"
        disabled={!chosen || words.trim() === ''}
        onClick={() => void keepIt().catch(reportError)}
      >
        {text('interview:coding.keepMemo')}
      </Button>
    </details>
  )
}

/** Numbers give a code while words are selected; `/` goes to the search. Fields keep their own keys. */
function useKeys(
  shown: readonly CodeInTree[],
  give: (codeId: string) => void,
  search: React.RefObject<HTMLInputElement | null>,
): void {
  const latest = useRef({ shown, give })
  latest.current = { shown, give }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target
      const isTyping = at instanceof HTMLElement && /^(input|textarea|select)$/i.test(at.tagName)
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '/') {
        event.preventDefault()
        search.current?.focus()
        return
      }
      const code = latest.current.shown[Number(event.key) - 1]
      if (/^[1-9]$/.test(event.key) && code !== undefined) latest.current.give(code.code.id)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [search])
}

function fits(path: readonly string[], sought: string): boolean {
  const wanted = sought.trim().toLowerCase()
  return wanted === '' || path.join(' ').toLowerCase().includes(wanted)
}

function shorten(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim()
  const signs = Array.from(plain)
  return signs.length <= 40 ? plain : `${signs.slice(0, 28).join('')}…${signs.slice(-10).join('')}`
}
