import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type Judgement, needs } from '../../../core/assessment/profile/profile-parts.ts'
import type { PairProfile } from '../../../core/assessment/profile/profile-shape.ts'
import type { ProgrammeTarget } from '../../../core/inquiry/programme-targets.ts'
import { DoingNote, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { nameTarget } from './profile-words.ts'
import { ProfileText } from './profile-text.tsx'
import type { ProfileInHand } from './use-profile.ts'

const noJudgement: Judgement = { need: 'unclear', words: '', reason: '' }

/** How strong the need is, how it is, and what lets the worker say so. */
export function TargetJudgement({
  inHand,
  target,
  judgement,
  beside,
}: {
  readonly inHand: ProfileInHand
  readonly target: ProgrammeTarget
  readonly judgement: Judgement | null
  /** What else can be done with the target. */
  readonly beside: ReactNode
}) {
  const doing = useDoing()
  const [open, setOpen] = useState(false)
  const judge =
    (changes: Partial<Judgement>) =>
    ({ judgements }: PairProfile) => ({
      judgements: {
        ...judgements,
        [target]: { ...(judgements[target] ?? noJudgement), ...changes },
      },
    })
  const save = (changes: Partial<Judgement>, was: Partial<Judgement> = {}) =>
    inHand.write(judge(changes), Object.keys(was).length === 0 ? undefined : judge(was))
  const isHalf =
    judgement !== null &&
    (judgement.reason === '' || (judgement.need === 'unclear' && judgement.words === ''))
  const isOpen = open || isHalf
  const words = (field: 'words' | 'reason') => (
    <ProfileText
      inHand={inHand}
      name={`${target}:${field}`}
      label={text(`assessment:profile.judge.${field}`)}
      hint={text(`assessment:profile.judge.${field}Hint`)}
      value={judgement?.[field] ?? ''}
      onSave={(value, was) => save({ [field]: value }, { [field]: was })}
    />
  )
  const verb = judgement === null ? 'open' : 'change'
  if (!inHand.writable)
    return (
      <>
        {words('words')}
        {words('reason')}
        <Group>{beside}</Group>
      </>
    )
  if (!isOpen)
    return (
      <>
        {judgement !== null && <p style={{ margin: 0 }}>{judgement.words}</p>}
        <Group gap="sm">
          <Button
            variant="default"
            size="compact-md"
            aria-label={text(`assessment:profile.judge.${verb}For`, { target: nameTarget(target) })}
            onClick={() => setOpen(true)}
          >
            {text(`assessment:profile.judge.${verb}`)}
          </Button>
          {beside}
        </Group>
      </>
    )
  return (
    <>
      <SegmentedChoice
        label={text('assessment:profile.judge.need')}
        options={needs.map((value) => ({ value, label: text(`assessment:profile.need.${value}`) }))}
        value={judgement?.need ?? null}
        onChange={(need) => {
          // The words are still to be written when the need has been chosen.
          setOpen(true)
          void doing.run(() => save({ need }))
        }}
      />
      {words('words')}
      {words('reason')}
      <Group>{beside}</Group>
      <DoingNote doing={doing} />
    </>
  )
}
