import { useState } from 'react'
import { codebookCode } from '../../../core/inquiry/coding/codebook-code.ts'
import { codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import {
  newInterviewId,
  type PlannedText,
  type RefiPlan,
} from '../../../core/inquiry/coding/refi/plan-refi-import.ts'
import { interview } from '../../../core/inquiry/interview/interview.ts'
import { transcript, transcriptId } from '../../../core/inquiry/interview/transcript.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { done } from '../../../core/kit/outcome.ts'
import type { Draft } from '../../../core/sync/device.ts'
import type { Kind } from '../../../core/sync/kind.ts'
import { type Doing, useDoing } from '../../kit/index.ts'
import { useAct, useActor } from '../../sync/index.ts'

export interface ImportChoices {
  /** Texts that are none of ours, by their name in the file: taken or left out. */
  readonly newTexts: Readonly<Record<string, boolean>>
  readonly takeBackGone: boolean
}

export interface ImportWriting {
  readonly state: 'before' | 'writing' | 'done'
  readonly written: number
  readonly all: number
  readonly doing: Doing
  readonly write: (plan: RefiPlan, choices: ImportChoices) => void
}

const draftsPerBundle = 200

/** Writes what was agreed to: codes first, then texts, then marks. */
export function useWriteImport(): ImportWriting {
  const act = useAct()
  const doing = useDoing()
  const { staffId } = useActor()
  const [shown, setShown] = useState<Pick<ImportWriting, 'state' | 'written' | 'all'>>({
    state: 'before',
    written: 0,
    all: 0,
  })
  const write = async (plan: RefiPlan, choices: ImportChoices) => {
    const drafts = listDrafts(plan, choices, staffId)
    const made = await doing.run(async () => {
      for (let at = 0; at < drafts.length; at += draftsPerBundle) {
        setShown({ state: 'writing', written: at, all: drafts.length })
        const outcome = await act(drafts.slice(at, at + draftsPerBundle))
        if (!outcome.ok) return outcome
        await new Promise((resolve) => setTimeout(resolve, 0))
      }
      return done(drafts.length)
    })
    setShown({
      state: made === null ? 'before' : 'done',
      written: drafts.length,
      all: drafts.length,
    })
  }
  return { ...shown, doing, write: (plan, choices) => void write(plan, choices) }
}

function draft(kind: Kind, recordId: string, isNew: boolean, fields: object): Draft {
  return {
    kind,
    recordId,
    verb: isNew ? 'create' : 'edit',
    input: {},
    fields: fieldsAsJson(fields),
  }
}

function listDrafts(plan: RefiPlan, choices: ImportChoices, staffId: string): readonly Draft[] {
  const codes = plan.codes
    .filter(({ state }) => state !== 'same')
    .map(({ id, state, fields }) => draft(codebookCode, id, state === 'new', fields))
  return [
    ...codes,
    ...plan.texts
      .filter(
        ({ source }) => source.state !== 'new' || choices.newTexts[source.source.guid] === true,
      )
      .flatMap((planned) => [
        ...textDrafts(planned, staffId),
        ...planned.spans.map(({ id, state, fields }) =>
          draft(codedSpan, id, state === 'new', fields),
        ),
        ...(choices.takeBackGone ? planned.gone : []).map(
          ({ id }): Draft => ({
            kind: codedSpan,
            recordId: id,
            verb: 'takeBack',
            input: {},
            fields: {},
          }),
        ),
      ]),
  ]
}

function textDrafts({ source, lines, memo }: PlannedText, staffId: string): readonly Draft[] {
  const known = source.text?.interview
  if (known !== undefined) return memo === null ? [] : [draft(interview, known.id, false, { memo })]
  const interviewId = newInterviewId(source.source.guid)
  return [
    draft(interview, interviewId, true, {
      role: 'other',
      respondentName: source.source.name.slice(0, 80),
      interviewerId: staffId,
      memo: memo ?? '',
      sourceGuid: source.source.guid.slice(0, 60),
    }),
    draft(transcript, transcriptId(interviewId), true, {
      interviewId,
      lines: Object.fromEntries(lines.map(({ key, text }) => [key, text])),
    }),
  ]
}
