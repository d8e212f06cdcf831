// A desk's own store, round and senders, speaking to a test house as one of its people.
import type { z } from 'zod'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import { pullAnswerShape } from '../../core/sync/pull.ts'
import type { Line } from '../../desk/sync/cycle.ts'
import { loginAnswerShape, pushAnswerShape } from '../../desk/sync/server-shapes.ts'
import type { TestHouse } from './open-test-house.ts'
import { Person } from './person.ts'

export function lineOf(person: Person): Line {
  const ask = async <Shape extends z.ZodType>(
    path: string,
    body: unknown,
    shape: Shape,
  ): Promise<Outcome<z.infer<Shape>>> => {
    const reply = await person.post(path, body)
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status} ${reply.text}`)
    return done(shape.parse(reply.body))
  }
  return {
    who: async () => done(loginAnswerShape.parse((await person.get('/api/me')).body)),
    push: (changes) => ask('/api/sync/push', { changes, echo: false }, pushAnswerShape),
    pull: (request) => ask('/api/sync/pull', request, pullAnswerShape),
    reads: async () => done({}),
  }
}

/** The same person at a house that was closed and opened again. */
export function samePerson(house: TestHouse, worker: Person): Person {
  const person = new Person(house, worker.agencyId, worker.staffId)
  person.cookie = worker.cookie
  return person
}
