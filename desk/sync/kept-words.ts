import { useKeptDraft } from './drafts.ts'
import { takeOpened } from './kept-form.ts'

export interface KeptWords {
  readonly words: string
  readonly write: (words: string) => void
  /** After they were said, or when the person throws them away. */
  readonly clear: () => Promise<void>
}

/** One field of words that goes with a step, such as a reason: half-written it rests here, `name` carries the record's id, `begun` what stands there at first. */
export function useKeptWords(name: string, begun = ''): KeptWords {
  const kept = useKeptDraft(name, begun, (found) => (typeof found === 'string' ? found : null))
  return {
    words: kept.value ?? '',
    write: kept.change,
    clear: async () => {
      kept.change('')
      await kept.clear()
    },
  }
}

/** The same of words that open with a button: null while nobody writes, and open again where somebody was interrupted. Null throws them away. */
export function useOpenWords(
  name: string,
): readonly [words: string | null, write: (words: string | null) => void] {
  const kept = useKeptDraft<string | null>(name, null, (found) =>
    typeof found === 'string' && found !== '' ? found : null,
  )
  const write = (words: string | null) => {
    kept.change(words)
    if (words === null) kept.clear().catch(reportError)
  }
  return [kept.value, write]
}

export interface OpenText {
  /** Null while nobody writes. */
  readonly words: string | null
  /** What stood there when it was opened: the `base` of what is saved (S07), also when days lie between. */
  readonly was: string
  readonly open: (now: string) => void
  readonly write: (words: string) => void
  /** After they were saved, or when the person throws them away. */
  readonly close: () => void
}

/** Words of a record that open with a button to be changed: open again, with what was typed, where somebody was interrupted. */
export function useOpenText(name: string): OpenText {
  const kept = useKeptDraft<{ readonly was: string; readonly is: string } | null>(
    name,
    null,
    (found) => takeOpened(found, '', (words) => (typeof words === 'string' ? words : null)),
  )
  const was = kept.value?.was ?? ''
  return {
    words: kept.value?.is ?? null,
    was,
    open: (now) => kept.change({ was: now, is: now }),
    write: (is) => kept.change({ was, is }),
    close: () => {
      kept.change(null)
      kept.clear().catch(reportError)
    },
  }
}
