import { useCallback, useState } from 'react'
import { codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import {
  type CodingPass,
  codingPass,
  codingPassId,
} from '../../../core/inquiry/coding/coding-pass.ts'
import { spanFieldsAt } from '../../../core/inquiry/coding/place-spans.ts'
import type { TextLine } from '../../../core/inquiry/interview/text-lines.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { type Doing, useDoing } from '../../kit/index.ts'
import { type LocalRecord, newId, useAct, useActor } from '../../sync/index.ts'
import type { InterviewRecord } from '../interview/use-interviews.ts'

/** Selected words, by positions in the whole text. */
export interface Passage {
  readonly from: number
  readonly to: number
  readonly words: string
}

export interface Marking {
  readonly doing: Doing
  /** Whom the next marks mean: stays chosen from mark to mark. */
  readonly aboutIds: readonly string[]
  readonly setAboutIds: (aboutIds: string[]) => void
  readonly mark: (passage: Passage, codeId: string | null, memo?: string) => Promise<boolean>
  /** The last mark of this sitting, to be taken back at once. */
  readonly lastId: string | null
  readonly takeBack: () => void
}

/** Gives codes to passages. With the first mark the coder's round begins. */
export function useMarking(
  its: InterviewRecord,
  lines: readonly TextLine[],
  pass: LocalRecord<CodingPass> | null,
  knowsOthers: boolean,
): Marking {
  const act = useAct()
  const doing = useDoing()
  const { staffId } = useActor()
  const [aboutIds, setAboutIds] = useState<string[]>([])
  const [lastId, setLastId] = useState<string | null>(null)
  const { id: interviewId, familyId } = its
  const { run } = doing
  const hasPass = pass !== null
  const mark = useCallback(
    async ({ from, to }: Passage, codeId: string | null, memo = '') => {
      const place = spanFieldsAt(lines, from, to)
      if (place === null) return false
      const recordId = newId()
      const beside = { interviewId, familyId, coderId: staffId }
      const markedAt = new Date().toISOString()
      const drafts: Draft[] = [
        ...(hasPass
          ? []
          : [
              {
                kind: codingPass,
                recordId: codingPassId(interviewId, staffId),
                verb: 'create',
                input: {},
                fields: { ...beside, knewOthers: knowsOthers },
              },
            ]),
        {
          kind: codedSpan,
          recordId,
          verb: 'create',
          input: {},
          fields: { ...beside, codeId, memo, aboutIds, markedAt, ...place },
        },
      ]
      const made = await run(() => act(drafts))
      if (made !== null) setLastId(recordId)
      return made !== null
    },
    [act, run, lines, interviewId, familyId, staffId, hasPass, knowsOthers, aboutIds],
  )
  const takeBack = () => {
    if (lastId === null) return
    void run(() =>
      act({ kind: codedSpan, recordId: lastId, verb: 'takeBack', input: {}, fields: {} }),
    ).then((made) => {
      if (made !== null) setLastId(null)
    })
  }
  return { doing, aboutIds, setAboutIds, mark, lastId, takeBack }
}
