import { readdir } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, resolve } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { createService, type Service } from '../data/service.ts'
import { foldText } from '../../shared/kernel/fold.ts'
import type { FileGrant, Progress } from '../../shared/kernel/contract-base.ts'
import type { Terminal } from './terminal.ts'
import { type Call, UsageError } from './usage-error.ts'

/** The typed procedures of the data service, called in this process. */
export type Client = RouterClient<Service['router']>

export type Session = {
  readonly client: Client
  /** Full path of the workspace. */
  readonly path: string
  /** Lets the service use a file that was named on the command line. */
  readonly grant: (path: string) => FileGrant
}

/** Ending of workspace files. */
const ending = '.qosdiplom'

/** The name under which changes stand in the audit trail; a computer without users has none. */
function actorName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

/** Runs the work with a data service that has no workspace open. */
export async function withService<T>(
  call: Call,
  work: (service: { client: Client; grant: Session['grant'] }) => Promise<T>,
): Promise<T> {
  const service = createService({ clock: call.clock, actor: actorName() })
  try {
    return await work({
      client: createRouterClient(service.router),
      grant: (path) => service.files.grant(resolve(call.folder, path)),
    })
  } finally {
    await service.close()
  }
}

/** Opens the workspace of the call, runs the work and closes it again, whatever happens. */
export async function withWorkspace<T>(call: Call, work: (session: Session) => Promise<T>): Promise<T> {
  const path = await findWorkspace(call)
  return withService(call, async ({ client, grant }) => {
    await client.workspace.open({ file: grant(path) })
    if (call.as !== null) await workAs(call, client, call.as)
    return work({ client, grant, path })
  })
}

/** Chooses the person that `--as` names, by name or e-mail whatever the case. */
async function workAs({ t }: Call, client: Client, named: string): Promise<void> {
  const wanted = foldText(named)
  const people = await client.people.list()
  const [person, other] = people.filter(
    ({ name, email }) => foldText(name) === wanted || (email !== '' && foldText(email) === wanted),
  )
  if (person === undefined || other !== undefined) throw new UsageError(t('cli:usage.noPerson', { named }))
  await client.people.workAs({ id: person.id })
}

/** The file named with `--workspace` or in QOSDIPLOM_WORKSPACE, else the only workspace in the present folder. */
async function findWorkspace(call: Call): Promise<string> {
  const named = namedWorkspace(call)
  if (named !== null) return named
  const names = await readdir(call.folder).catch(() => [])
  const candidates = names.filter((name) => name.endsWith(ending) && !name.startsWith('.'))
  const [only] = candidates
  if (only !== undefined && candidates.length === 1) return resolve(call.folder, only)
  throw new UsageError(call.t(candidates.length === 0 ? 'cli:usage.noWorkspace' : 'cli:usage.manyWorkspaces'))
}

function namedWorkspace({ workspace, environment, folder }: Call): string | null {
  const named = workspace ?? environment['QOSDIPLOM_WORKSPACE'] ?? ''
  return named === '' ? null : resolve(folder, named)
}

/** Where `init` creates a workspace: as named, else `register.qosdiplom` in the present folder. */
export function newWorkspacePath(call: Call): string {
  return namedWorkspace(call) ?? resolve(call.folder, `register${ending}`)
}

/** Runs long work to its end and shows its steps; what the stream returns is the result. */
export async function follow<Step extends Progress, Result>(
  stream: AsyncIterator<Step, Result>,
  terminal: Terminal,
  describe: (step: Step) => string,
): Promise<Result> {
  for (;;) {
    const step = await stream.next()
    if (step.done === true) {
      terminal.progress('')
      return step.value
    }
    terminal.progress(describe(step.value))
  }
}

/** The name of a file without its folder, for messages. */
export const fileName = (path: string): string => basename(path)
