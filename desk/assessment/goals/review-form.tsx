import { Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { goal, type GoalEntry } from '../../../core/assessment/goals/goal.ts'
import {
  goalReview,
  type GoalReview,
  reviewOutcomes,
} from '../../../core/assessment/goals/goal-review.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import type { Draft } from '../../../core/sync/device.ts'
import {
  announce,
  DateField,
  DoingNote,
  Form,
  SaveOrCancel,
  SegmentedChoice,
  text,
  useDoing,
} from '../../kit/index.ts'
import { newId, useAct, useActor, useKeptWords, useToday } from '../../sync/index.ts'
import { writeLevel } from './goal-line.tsx'
import styles from './goals.module.css'

const levels = ['-2', '-1', '0', '1', '2', 'none'] as const

/** One look at a goal with the family, and what was decided: ending a goal is part of the same step. */
export function ReviewForm({
  goal: its,
  onDone,
}: {
  readonly goal: GoalEntry
  readonly onDone: () => void
}) {
  const today = useToday()
  const { staffId } = useActor()
  const act = useAct()
  const doing = useDoing()
  const [on, setOn] = useState<string | null>(today)
  const [level, setLevel] = useState<(typeof levels)[number] | null>(null)
  const note = useKeptWords(`goalReview:new:${its.id}:note`)
  const [next, setNext] = useState<GoalReview['next']>('keepOn')
  const nextWords = useKeptWords(`goalReview:new:${its.id}:next`)
  const [again, setAgain] = useState<string | null>(null)
  const close = async () => {
    await Promise.all([note.clear(), nextWords.clear()])
    onDone()
  }
  const save = async () => {
    const reviewedOn = on ?? today
    const review = draftRecord(goalReview, newId(), {
      familyId: its.familyId,
      goalId: its.id,
      reviewedOn,
      level: level === null || level === 'none' ? null : Number(level),
      note: note.words.trim(),
      next,
      nextWords: nextWords.words.trim(),
      decidedById: staffId,
    })
    const decided = draftDecision(its, next, reviewedOn, nextWords.words, again)
    if ((await doing.run(() => act([review, ...decided]))) === null) return
    announce({ words: text('goals:review.saved') })
    await close()
  }
  return (
    <div className={styles.panel}>
      <Form onSubmit={() => void save().catch(reportError)} label={text('goals:review.title')}>
        <DateField
          label={text('goals:fields.reviewedOn')}
          value={on}
          max={today}
          onChange={setOn}
          required
        />
        <SegmentedChoice
          label={text('goals:review.level')}
          options={levels.map((value) => ({
            value,
            label: value === 'none' ? text('goals:review.noLevel') : writeLevel(Number(value)),
          }))}
          value={level}
          onChange={setLevel}
        />
        <Textarea
          label={text('goals:fields.note')}
          value={note.words}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => note.write(currentTarget.value)}
        />
        <SegmentedChoice
          label={text('goals:fields.next')}
          options={reviewOutcomes.map((value) => ({
            value,
            label: text(`goals:review.next.${value}`),
          }))}
          value={next}
          onChange={setNext}
        />
        <Textarea
          label={text(next === 'keepOn' ? 'goals:fields.nextWords' : `goals:review.why.${next}`)}
          value={nextWords.words}
          maxLength={600}
          autosize
          onChange={({ currentTarget }) => nextWords.write(currentTarget.value)}
        />
        {(next === 'keepOn' || next === 'otherWay') && (
          <DateField label={text('goals:review.again')} value={again} onChange={setAgain} />
        )}
        <DoingNote doing={doing} />
        <Group gap="xs">
          <SaveOrCancel busy={doing.busy} onCancel={() => void close().catch(reportError)} />
        </Group>
      </Form>
    </div>
  )
}

function draftDecision(
  { id: recordId, reviewOn }: GoalEntry,
  next: GoalReview['next'],
  on: string,
  reason: string,
  again: string | null,
): readonly Draft[] {
  const end = (verb: string): readonly Draft[] => [
    { kind: goal, recordId, verb, input: { on, reason: reason.trim() }, fields: {} },
  ]
  switch (next) {
    case 'reached':
      return end('reach')
    case 'otherAim':
      return end('change')
    case 'letGo':
      return end('drop')
    case 'keepOn':
    case 'otherWay':
      return again === null
        ? []
        : [
            {
              kind: goal,
              recordId,
              verb: 'edit',
              input: {},
              fields: { reviewOn: [...new Set([...reviewOn, again])].toSorted() },
            },
          ]
  }
}
