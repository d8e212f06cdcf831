import { Button, Group } from '@mantine/core'
import { Icon, Section, text } from '../../kit/index.ts'
import { newId } from '../../sync/index.ts'
import { WordsFields } from '../instruments/editor/words-fields.tsx'
import { freshId, noWords, type PartForm, type QuestionForm } from './guide-form.ts'
import styles from './interview.module.css'

/** The questions of a guide, part by part. */
export function GuideParts({
  parts,
  onChange,
}: {
  readonly parts: readonly PartForm[]
  readonly onChange: (parts: readonly PartForm[]) => void
}) {
  const put = (index: number, part: PartForm) => onChange(parts.with(index, part))
  return parts.map((part, index) => (
    <Section key={part.id} title={text('interview:guide.part', { no: index + 1 })}>
      <WordsFields
        label={text('interview:guide.partTitle')}
        words={part.title}
        onChange={(title) => put(index, { ...part, title })}
      />
      <WordsFields
        label={text('interview:guide.serves')}
        words={part.serves}
        onChange={(serves) => put(index, { ...part, serves })}
      />
      {part.questions.map((question, place) => (
        <QuestionFields
          key={question.id}
          no={place + 1}
          question={question}
          onChange={(next) => put(index, { ...part, questions: part.questions.with(place, next) })}
          {...(place === 0
            ? {}
            : { onUp: () => put(index, { ...part, questions: swap(part.questions, place) }) })}
          {...(part.questions.length === 1
            ? {}
            : {
                onRemove: () =>
                  put(index, { ...part, questions: part.questions.toSpliced(place, 1) }),
              })}
        />
      ))}
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={18} />}
          onClick={() => put(index, { ...part, questions: [...part.questions, blankOf(part)] })}
        >
          {text('interview:guide.addQuestion')}
        </Button>
        {parts.length > 1 && (
          <Button variant="subtle" onClick={() => onChange(parts.toSpliced(index, 1))}>
            {text('interview:guide.removePart')}
          </Button>
        )}
      </Group>
    </Section>
  ))
}

export function blankPart(parts: readonly PartForm[]): PartForm {
  const id = freshId(
    parts.map((one) => one.id),
    newId(),
  )
  const part = { id, title: noWords, serves: noWords, questions: [] }
  return { ...part, questions: [blankOf(part)] }
}

function blankOf({ questions }: PartForm): QuestionForm {
  const id = freshId(
    questions.map((one) => one.id),
    newId(),
  )
  return { id, ask: noWords, probes: noWords }
}

function swap<One>(list: readonly One[], place: number): readonly One[] {
  const [before, its] = [list[place - 1], list[place]]
  return before === undefined || its === undefined
    ? list
    : list.with(place - 1, its).with(place, before)
}

function QuestionFields({
  no,
  question,
  onChange,
  onUp,
  onRemove,
}: {
  readonly no: number
  readonly question: QuestionForm
  readonly onChange: (question: QuestionForm) => void
  readonly onUp?: () => void
  readonly onRemove?: () => void
}) {
  return (
    <fieldset className={styles.questionFields}>
      <legend>{text('interview:guide.question', { no })}</legend>
      <WordsFields
        label={text('interview:guide.ask')}
        words={question.ask}
        onChange={(ask) => onChange({ ...question, ask })}
      />
      <WordsFields
        label={text('interview:guide.probes')}
        words={question.probes}
        onChange={(probes) => onChange({ ...question, probes })}
      />
      <Group gap="xs">
        {onUp !== undefined && (
          <Button variant="subtle" size="compact-md" onClick={onUp}>
            {text('interview:guide.up')}
          </Button>
        )}
        {onRemove !== undefined && (
          <Button variant="subtle" size="compact-md" onClick={onRemove}>
            {text('interview:guide.removeQuestion')}
          </Button>
        )}
      </Group>
    </fieldset>
  )
}
