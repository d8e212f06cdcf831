import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { CaseProposal } from '../../../core/evaluation/casework/propose-cases.ts'
import { Icon, text } from '../../kit/index.ts'
import { useSubjectNames } from '../use-case.ts'
import { DismissForm } from './dismiss-form.tsx'
import { FormerWords } from './former-words.tsx'
import { ReasonWords } from './reason-words.tsx'

/** One proposal: whom it is about, what was found, and what can be done with it. Where a case has ended, that one is opened again. */
export function Proposal({ proposal }: { readonly proposal: CaseProposal }) {
  const [dismissing, setDismissing] = useState(false)
  const name = useSubjectNames()(proposal)
  const { familyId, pairId, personId, trigger, former } = proposal
  const whom = pairId ?? personId ?? ''
  const opening = text(former === null ? 'casework:proposal.open' : 'casework:again.newOne')
  const newCase = `/casework/families/${familyId}/new?for=${whom}&trigger=${trigger}`
  return (
    <>
      <span>{name}</span>
      <ReasonWords familyId={familyId} reason={proposal} />
      {former !== null && <FormerWords former={former} />}
      {dismissing ? (
        <DismissForm proposal={proposal} onDone={() => setDismissing(false)} />
      ) : (
        <Group gap="xs">
          {former !== null && (
            <Button
              component={Link}
              size="sm"
              variant="default"
              to={`/casework/${former.its.id}/again`}
              aria-label={`${text('casework:again.open')}: ${name}`}
            >
              {text('casework:again.open')}
            </Button>
          )}
          <Button
            component={Link}
            size="sm"
            variant={former === null ? 'default' : 'subtle'}
            to={newCase}
            leftSection={<Icon name="plus" size={18} />}
            aria-label={`${opening}: ${name}`}
          >
            {opening}
          </Button>
          <Button
            size="sm"
            variant="subtle"
            onClick={() => setDismissing(true)}
            aria-label={`${text('casework:proposal.dismiss')}: ${name}`}
          >
            {text('casework:proposal.dismiss')}
          </Button>
        </Group>
      )}
    </>
  )
}
