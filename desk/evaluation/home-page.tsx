import { Text } from '@mantine/core'
import { Link } from 'react-router'
import { Page, Section, text } from '../kit/index.ts'
import styles from './evaluation.module.css'
import { questionPaths, questions } from './question-page.tsx'

const methods = [
  { name: 'baseline', links: ['/evaluation/groups', '/evaluation/family'] },
  { name: 'tasks', links: ['/evaluation/goals'] },
  { name: 'goals', links: ['/evaluation/goals'] },
  { name: 'impact', links: ['/evaluation/impact'] },
] as const

/** Where evaluation begins: with a question, not with a test. */
export function HomePage() {
  return (
    <Page title={text('evaluation:home.title')} wide>
      <Section
        title={text('evaluation:home.questions')}
        hint={text('evaluation:home.questionsHint')}
      >
        <ul className={styles.questions}>
          {questions.map((question) => (
            <li key={question} className={styles.question}>
              <Link to={questionPaths[question]} className={styles.questionLink}>
                {text(`evaluation:question.${question}`)}
              </Link>
              <Text size="sm" c="gray.7">
                {text(`evaluation:questionHint.${question}`)}
              </Text>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text('evaluation:home.methods')} hint={text('evaluation:home.methodsHint')}>
        <ul className={styles.questions}>
          {methods.map(({ name, links }) => (
            <li key={name} className={styles.question}>
              <Link to={links[0]} className={styles.questionLink}>
                {text(`evaluation:examined.${name}`)}
              </Link>
              <Text size="sm" c="gray.7">
                {text(`evaluation:examinedHint.${name}`)}
              </Text>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text('evaluation:month.reporting')}>
        <ul className={styles.questions}>
          <li className={styles.question}>
            <Link to="/evaluation/month" className={styles.questionLink}>
              {text('evaluation:month.link')}
            </Link>
            <Text size="sm" c="gray.7">
              {text('evaluation:month.linkHint')}
            </Text>
          </li>
        </ul>
      </Section>
    </Page>
  )
}
