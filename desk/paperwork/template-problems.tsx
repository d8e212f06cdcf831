import { Alert, List, Text } from '@mantine/core'
import type { Refusal } from '../../core/kit/outcome.ts'
import { Icon, refusalText, text } from '../kit/index.ts'

/** Every fault of a template that was not taken, with where it stands: corrected in one go. */
export function TemplateProblems({ problems }: { readonly problems: readonly Refusal[] }) {
  if (problems.length === 0) return null
  return (
    <Alert
      role="alert"
      color="kite"
      icon={<Icon name="warning" />}
      variant="light"
      title={text('paperwork:templates.notTaken')}
    >
      <List>
        {problems.map((problem) => (
          <List.Item key={JSON.stringify(problem)}>
            {refusalText(problem)}
            {problem.details['place'] !== undefined && (
              <Text size="sm" c="gray.7">
                {text(`paperwork:templates.place.${problem.details['place']}`, problem.details)}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
