import { useRef, useState } from 'react'
import type { Answer, Answers } from '../../../core/inquiry/check-answers.ts'
import { isJsonObject, type JsonObject } from '../../../core/kit/json.ts'
import type { Draft } from '../../../core/sync/device.ts'
import type { Kind } from '../../../core/sync/kind.ts'
import { useOpenDesk } from '../../sync/desk-context.ts'
import { useAct } from '../../sync/index.ts'
import { type Trouble, useInOrder } from '../collect/use-in-order.ts'

export interface Typing extends Trouble {
  /** What this screen has typed, before the store has it. */
  readonly mine: Answers
  readonly answer: (itemId: string, answer: Answer) => void
  readonly act: (verb: 'finish' | 'reopen') => Promise<boolean>
}

/** One's own reading of a paper under the fingers: what was typed first is kept first, however fast they are. */
export function useTyping(kind: Kind, recordId: string, blank: JsonObject): Typing {
  const { view } = useOpenDesk().replica
  const { wrong, run } = useInOrder(useAct())
  const [mine, setMine] = useState<Answers>({})
  const typed = useRef<Answers>({})
  const write = (): readonly Draft[] => {
    const there = view.entry(kind.name, recordId)?.fields['answers']
    const answers = { ...(isJsonObject(there) ? there : {}), ...typed.current }
    const draft = { kind, recordId, input: {} }
    return there === undefined
      ? [{ ...draft, verb: 'create', fields: { ...blank, state: 'typing', answers } }]
      : [{ ...draft, verb: 'edit', fields: { answers } }]
  }
  return {
    mine,
    ...wrong,
    answer: (itemId, answer) => {
      typed.current = { ...typed.current, [itemId]: answer }
      setMine(typed.current)
      void run(write)
    },
    act: (verb) => run(() => [{ kind, recordId, verb, input: {}, fields: {} }]),
  }
}
