import { Text } from '@mantine/core'
import { currentLanguage, Section, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { useGuide } from './use-guides.ts'
import type { InterviewRecord } from './use-interviews.ts'

/** What was noted under each question; notes under questions that the guide has no more stand below. */
export function NotesSection({ its }: { readonly its: InterviewRecord }) {
  const language = currentLanguage()
  const found = useGuide(its.guideCode)
  const questions = (found?.guide.parts ?? []).flatMap((part) =>
    part.questions.map(({ id, ask }) => ({ id: `${part.id}-${id}`, ask: ask[language] })),
  )
  const known = new Set(questions.map(({ id }) => id))
  const noted = [
    ...questions,
    ...Object.keys(its.notes)
      .filter((id) => !known.has(id))
      .map((id) => ({ id, ask: text('interview:page.earlierQuestion', { id }) })),
  ].filter(({ id }) => (its.notes[id] ?? '') !== '')
  const asked = questions.filter(({ id }) => its.asked[id] === 'asked').length
  if (noted.length === 0 && asked === 0) return null
  return (
    <Section
      title={text('interview:page.notes')}
      hint={text('interview:page.askedOf', { count: asked, all: questions.length })}
    >
      <ul className={styles.items}>
        {noted.map(({ id, ask }) => (
          <li key={id}>
            <span className={styles.grow}>
              <Text component="span" display="block" c="gray.7" size="sm">
                {ask}
              </Text>
              {its.notes[id]}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
