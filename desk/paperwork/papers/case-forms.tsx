import { Anchor, Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { type BlankPaperForm, blankPaperForms } from '../../../core/paperwork/papers/paper-forms.ts'
import { currentLanguage, DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import { takePaper, useOnline, useOwnTemplates } from '../../sync/index.ts'

/** Where the forms of casework are printed, and those with nobody on them, to write on by hand (PAP-28). */
export function CaseForms() {
  const online = useOnline()
  return (
    <Section title={text('paperwork:caseForms.title')} hint={text('paperwork:caseForms.hint')}>
      <Anchor component={Link} to="/casework" underline="always">
        {text('paperwork:caseForms.toCases')}
      </Anchor>
      <Text size="sm" mt="xs">
        {text('paperwork:caseForms.blankHint')}
      </Text>
      {!online && <Text size="sm">{text('paperwork:caseForms.offline')}</Text>}
      <Group gap="xs">
        {blankPaperForms.map((form) => (
          <BlankForm key={form} form={form} disabled={!online} />
        ))}
      </Group>
    </Section>
  )
}

function BlankForm({
  form,
  disabled,
}: {
  readonly form: BlankPaperForm
  readonly disabled: boolean
}) {
  const doing = useDoing()
  const language = currentLanguage()
  const [own] = useOwnTemplates(form, language)
  const take = () =>
    takePaper('/api/papers/blank', { form, texts: {}, language, templateId: own?.id ?? null })
  return (
    <div>
      <Button
        variant="default"
        disabled={disabled}
        loading={doing.busy}
        onClick={() => void doing.run(take).catch(reportError)}
      >
        {text(`paperwork:formName.${form}`)}
      </Button>
      <DoingNote doing={doing} />
    </div>
  )
}
