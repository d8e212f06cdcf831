import { Anchor } from '@mantine/core'
import { text } from '../kit/text.ts'
import { useDesk } from '../sync/desk-context.ts'

/** As long as there is no agency of real people, the way to found one is on every first page. */
export function FoundLink() {
  const desk = useDesk()
  if (desk.serverState() === 'ready') return null
  return (
    <Anchor
      component="button"
      type="button"
      onClick={() =>
        desk.go({ at: 'firstRun', token: '', sampleOpen: desk.serverState() === 'sample' })
      }
    >
      {text('access:firstRun.toFirstRun')}
    </Anchor>
  )
}
