import { Text } from '@mantine/core'
import { Link } from 'react-router'
import { Page, Section, text } from '../kit/index.ts'
import { useActor, useMayEver } from '../sync/index.ts'
import { actionPolicy } from '../../core/access/policy.ts'
import { mayEver } from '../../core/access/standing.ts'
import styles from './evaluation.module.css'
import { type Question, questionPaths, questions } from './question-page.tsx'

const methods = [
  { name: 'baseline', links: ['/evaluation/groups', '/evaluation/family'] },
  { name: 'tasks', links: ['/evaluation/goals'] },
  { name: 'goals', links: ['/evaluation/goals'] },
  { name: 'impact', links: ['/evaluation/impact'] },
] as const

/** What surveys by code can answer, for those who read no family's answers. */
const ofSurveys = ['compared', 'school', 'scale'] as const satisfies readonly Question[]

/** Where evaluation begins: with a question, not with a test. */
export function HomePage() {
  const { roles } = useActor()
  const readsAnswers = useMayEver('answerSheet', 'read')
  const readsMonth = mayEver(roles, actionPolicy.readStationMonth)
  const asked = readsAnswers ? questions : ofSurveys
  return (
    <Page title={text('evaluation:home.title')} wide>
      <Section
        title={text('evaluation:home.questions')}
        hint={text('evaluation:home.questionsHint')}
      >
        <ul className={styles.questions}>
          {asked.map((question) => (
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
      {!readsAnswers && <Text maw="46em">{text('evaluation:home.surveysOnly')}</Text>}
      {readsAnswers && (
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
      )}
      {readsMonth && (
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
      )}
    </Page>
  )
}
