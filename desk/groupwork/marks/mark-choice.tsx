import { taskStates, type TaskState } from '../../../core/groupwork/between/home-task-return.ts'
import type { MemberMark } from '../../../core/groupwork/members/member-mark.ts'
import { text } from '../../kit/index.ts'
import { ThumbChoice } from '../thumb-choice.tsx'
import { Face, faces } from './face.tsx'
import type { MarkItem } from './mark-items.ts'

const levels = [0, 1, 2, 3, 4] as const
const skillLevels = [...levels, 'notSeen'] as const

export interface MarkChoiceProps {
  readonly label: string
  readonly item: MarkItem
  readonly mark: MemberMark | null
  readonly task: TaskState | null
  readonly disabled: boolean
  readonly onMark: (fields: Partial<MemberMark>) => void
  readonly onTask: (state: TaskState) => void
}

/** The one line of buttons that belongs to what is being marked now. Touching the chosen one again takes it back. */
export function MarkChoice(props: MarkChoiceProps) {
  const { item, label, mark, disabled, onMark } = props
  switch (item) {
    case 'participation':
      return (
        <ThumbChoice
          label={label}
          disabled={disabled}
          value={mark?.participation ?? null}
          options={levels.map((level) => ({
            value: level,
            label: text(`groupwork:participation.${level}`),
            face: <Level value={level} />,
          }))}
          onChange={(participation) => onMark({ participation })}
          onAgain={() => onMark({ participation: null })}
        />
      )
    case 'skill':
      return <SkillChoice {...props} />
    case 'homeTask':
      return (
        <ThumbChoice
          label={label}
          disabled={disabled}
          value={props.task}
          lastApart
          options={taskStates.map((state) => ({
            value: state,
            label: text(`groupwork:taskState.${state}`),
          }))}
          onChange={props.onTask}
        />
      )
    case 'moodIn':
    case 'moodOut':
      return (
        <ThumbChoice
          label={label}
          disabled={disabled}
          value={mark?.[item] ?? null}
          options={faces.map((level) => ({
            value: level,
            label: text(`groupwork:mood.${level}`),
            face: <Face level={level} />,
          }))}
          onChange={(level) => onMark({ [item]: level })}
          onAgain={() => onMark({ [item]: null })}
        />
      )
  }
}

function SkillChoice({ label, mark, disabled, onMark }: MarkChoiceProps) {
  const value = mark?.skillNotSeen === true ? 'notSeen' : (mark?.skill ?? null)
  return (
    <ThumbChoice
      label={label}
      disabled={disabled}
      value={value}
      options={skillLevels.map((level) => ({
        value: level,
        label: text(`groupwork:skillLevel.${level}`),
        face: level === 'notSeen' ? text('groupwork:marks.notSeen') : <Level value={level} />,
      }))}
      onChange={(level) =>
        onMark(
          level === 'notSeen'
            ? { skill: null, skillNotSeen: true }
            : { skill: level, skillNotSeen: false },
        )
      }
      onAgain={() => onMark({ skill: null, skillNotSeen: false })}
    />
  )
}

function Level({ value }: { readonly value: number }) {
  return <span aria-hidden="true">{value}</span>
}
