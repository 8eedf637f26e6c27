import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Frame } from './frame/Frame.tsx'
import { NotFound } from './frame/NotFound.tsx'
import type { Place } from './places.ts'

/** Filters and sort of a place stand in the URL; the place's own schema reads them (`useListing`). */
type Search = Record<string, unknown>

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorNotice error={error} onRetry={reset} />,
})

const keepSearch = (search: Search): Search => search

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../overview/OverviewPlace.tsx'), 'OverviewPlace'),
})

/** Self-assessment: cycles, one cycle, one assessment, and the comparison of several. */
function assessmentRoutes() {
  const place = createRoute({ getParentRoute: () => root, path: '/assessment', validateSearch: keepSearch })
  return place.addChildren([
    createRoute({
      getParentRoute: () => place,
      path: '/',
      component: lazyRouteComponent(() => import('../assessment/CyclesPage.tsx'), 'CyclesPage'),
    }),
    createRoute({
      getParentRoute: () => place,
      path: 'cycle/$id',
      component: lazyRouteComponent(() => import('../assessment/CyclePage.tsx'), 'CyclePage'),
    }),
    createRoute({
      getParentRoute: () => place,
      path: 'work/$id',
      component: lazyRouteComponent(() => import('../assessment/WorkPage.tsx'), 'WorkPage'),
    }),
    createRoute({
      getParentRoute: () => place,
      path: 'compare',
      component: lazyRouteComponent(() => import('../assessment/ComparePage.tsx'), 'ComparePage'),
    }),
  ])
}

/**
 * A place stays mounted while the record beside it changes: `/agreements` and `/agreements/$id` show the same
 * component, which reads the id with `useParams({ strict: false })`. `/agencies` has no entry in the rail: it opens from
 * accreditation.
 */
function placeRoutes<const Path extends Exclude<Place['path'], '/' | '/assessment'> | '/agencies'>(
  path: Path,
  component: ReturnType<typeof lazyRouteComponent>,
) {
  const place = createRoute({ getParentRoute: () => root, path, validateSearch: keepSearch, component })
  return place.addChildren([
    createRoute({ getParentRoute: () => place, path: '/' }),
    createRoute({ getParentRoute: () => place, path: '$id' }),
  ])
}

const tree = root.addChildren([
  overview,
  placeRoutes(
    '/partners',
    lazyRouteComponent(() => import('../partners/PartnersPlace.tsx'), 'PartnersPlace'),
  ),
  placeRoutes(
    '/agreements',
    lazyRouteComponent(() => import('../agreements/AgreementsPlace.tsx'), 'AgreementsPlace'),
  ),
  placeRoutes(
    '/programmes',
    lazyRouteComponent(() => import('../programmes/ProgrammesPlace.tsx'), 'ProgrammesPlace'),
  ),
  placeRoutes(
    '/mobility',
    lazyRouteComponent(() => import('../mobility/MobilityPlace.tsx'), 'MobilityPlace'),
  ),
  assessmentRoutes(),
  placeRoutes(
    '/accreditation',
    lazyRouteComponent(() => import('../accreditation/AccreditationPlace.tsx'), 'AccreditationPlace'),
  ),
  placeRoutes(
    '/agencies',
    lazyRouteComponent(() => import('../accreditation/AgenciesPlace.tsx'), 'AgenciesPlace'),
  ),
  placeRoutes(
    '/evidence',
    lazyRouteComponent(() => import('../evidence/EvidencePlace.tsx'), 'EvidencePlace'),
  ),
  placeRoutes(
    '/surveys',
    lazyRouteComponent(() => import('../surveys/SurveysPlace.tsx'), 'SurveysPlace'),
  ),
  placeRoutes(
    '/stakeholders',
    lazyRouteComponent(() => import('../stakeholders/StakeholdersPlace.tsx'), 'StakeholdersPlace'),
  ),
  placeRoutes(
    '/ministry',
    lazyRouteComponent(() => import('../ministry/MinistryPlace.tsx'), 'MinistryPlace'),
  ),
  placeRoutes(
    '/reports',
    lazyRouteComponent(() => import('../reports/ReportsPlace.tsx'), 'ReportsPlace'),
  ),
  placeRoutes(
    '/imports',
    lazyRouteComponent(() => import('../imports/ImportsPlace.tsx'), 'ImportsPlace'),
  ),
  placeRoutes(
    '/actions',
    lazyRouteComponent(() => import('../actions/ActionsPlace.tsx'), 'ActionsPlace'),
  ),
  placeRoutes(
    '/frameworks',
    lazyRouteComponent(() => import('../frameworks/FrameworksPlace.tsx'), 'FrameworksPlace'),
  ),
  placeRoutes(
    '/settings',
    lazyRouteComponent(() => import('../settings/SettingsPlace.tsx'), 'SettingsPlace'),
  ),
])

/** Where one is stands in the part of the URL after `#`, so that the page needs no server. */
export const router = createRouter({
  routeTree: tree,
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
