import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Page, text } from '../kit/index.ts'

export const questions = [
  'group',
  'family',
  'compared',
  'dose',
  'bothSides',
  'school',
  'scale',
  'together',
] as const
export type Question = (typeof questions)[number]

export const questionPaths: Readonly<Record<Question, string>> = {
  group: '/evaluation/groups',
  family: '/evaluation/family',
  compared: '/evaluation/compared',
  dose: '/evaluation/dose',
  bothSides: '/evaluation/both-sides',
  school: '/evaluation/school',
  scale: '/evaluation/scale',
  together: '/evaluation/together',
}

/** A question as the title, and everything below it is the answer. */
export function QuestionPage({
  question,
  children,
}: {
  readonly question: Question
  readonly children: ReactNode
}) {
  return (
    <Page
      title={text(`evaluation:question.${question}`)}
      back={{ to: '/evaluation', label: text('evaluation:home.title') }}
      wide
    >
      <Text c="gray.7" maw="46em">
        {text(`evaluation:questionHint.${question}`)}
      </Text>
      {children}
    </Page>
  )
}
