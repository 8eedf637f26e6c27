import { implement } from '@orpc/server'
import { academicYearOf } from '../../../shared/kernel/calendar.ts'
import { overviewContract } from '../../../shared/overview/overview.contract.ts'
import type { Overview } from '../../../shared/overview/overview.ts'
import { type OverviewRequest, takeOverview } from '../../../shared/overview/take-overview.ts'
import { horizonMonths } from '../../../shared/overview/deadlines.ts'
import { actionDeadlines } from '../actions/action-deadlines.ts'
import type { DataContext } from '../context.ts'
import { deadlinesFrom } from '../ministry/deadlines.ts'
import { findingsOf } from './register-findings.ts'

export function createOverviewRouter(context: DataContext) {
  const os = implement(overviewContract)
  return os.router({
    get: os.get.handler(({ input }) =>
      readOverview(context, { ...input, academicYear: academicYearOf(input.on) }),
    ),
    problems: os.problems.handler(async ({ input }) => [
      ...findingsOf(await context.registers().records(), input.language),
    ]),
  })
}

/** The state of the open workspace on a day. */
export async function readOverview(context: DataContext, request: OverviewRequest): Promise<Overview> {
  const register = await context.registers().records()
  const problems = findingsOf(register, request.language)
  const others = actionDeadlines(await context.registers().upToDate(), request.on, horizonMonths)
  return takeOverview(register, request, problems, deadlinesFrom(request.on, request.language), others)
}
