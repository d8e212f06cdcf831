import { describe, expect, it } from 'vitest'
import { checkTracks } from './check-coverage.ts'
import { sessionShape } from './plan-shape.ts'

const bare = { minutes: 60 }
const session = (no: number, strands: object) =>
  sessionShape.parse({ no, stage: 'forming', form: 'parallel', theme: `Session ${no}`, strands })

describe('the ways for who cannot come and who does not read', () => {
  it('are missed once each, with the sessions that lack them [GRP-40]', () => {
    const sessions = [
      session(1, { joint: bare }),
      session(2, { child: bare, parent: bare }),
      session(3, { parent: bare, guardian: bare }),
    ]
    expect(checkTracks(sessions)).toEqual([
      { id: 'ListenMissing', details: { numbers: '2, 3' } },
      { id: 'PictureStepsMissing', details: { numbers: '3' } },
    ])
  })

  it('are not missed where they are [GRP-40]', () => {
    const listen = { script: 'Hello.', recall: 'What was it?', task: 'One call.' }
    const pictureSteps = [{ picture: 'phone-charging', words: 'Charge it.' }]
    const kind = { parent: { ...bare, listen }, guardian: { ...bare, pictureSteps } }
    expect(checkTracks([session(1, kind)])).toEqual([])
  })
})
