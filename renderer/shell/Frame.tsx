import { Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Suspense, useEffect } from 'react'
import { Link, Route, Switch, matchRoute, useLocation, useRouter } from 'wouter'
import { ErrorBoundary } from './ErrorBoundary'
import { EmptyState } from './DataTable'
import { GlobalSearch } from './GlobalSearch'
import { Notices } from './Notices'
import { OperatorMenu } from './OperatorMenu'
import { navRoutes, routes, type AppRoute } from './routes'
import { useReach, useSession } from './session'
import { useIdleLock } from './useIdleLock'
import classes from './Frame.module.css'

/** Navigation on the left, centre and search on top, the screen in the middle. */
export function Frame(): React.ReactElement {
  const [path, navigate] = useLocation()
  const entries = useNavigation()
  const { parser } = useRouter()
  useIdleLock(useSession().data?.idleLockMinutes)
  const route = routes.find((candidate) => matchRoute(parser, candidate.path, path)[0])
  useHotkeys(
    [
      ['F1', () => navigate(`/manual/${route?.manual ?? 'start'}`)],
      ...entries.map((target, index): [string, () => void] => [
        `alt+${index + 1}`,
        () => navigate(target.path),
      ]),
    ],
    [],
  )
  useEffect(() => {
    document.title = route ? `${route.title} · 桑榆` : '桑榆'
  }, [route])

  const screens = (
    <ErrorBoundary key={path}>
      <Suspense fallback={null}>
        <Switch>
          {routes.map(({ path: pattern, component: Screen }) => (
            <Route key={pattern} path={pattern}>
              <Screen />
            </Route>
          ))}
          <Route>
            <EmptyState title="没有这一页" hint="地址可能已经变了，请从左边的导航打开。" />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
  if (route?.bare) return <main className={classes.bare}>{screens}</main>
  return (
    <div className={classes.frame}>
      <TopBar />
      <Notices />
      <Navigation entries={entries} place={route?.under ?? path} />
      <main className={classes.main}>{screens}</main>
    </div>
  )
}

function TopBar(): React.ReactElement {
  const session = useSession()
  return (
    <header className={`${classes.bar} no-print`}>
      <Link href="/" className={classes.brand}>
        桑榆
      </Link>
      <span className={classes.centre}>{session.data?.centre.name}</span>
      <span className={classes.end}>
        <GlobalSearch />
        {session.data && <OperatorMenu operator={session.data.operator} />}
      </span>
    </header>
  )
}

/** The entries of the navigation that lead the operator anywhere. */
function useNavigation(): AppRoute[] {
  const reach = useReach()
  return navRoutes.filter(({ ofPlaces }) => !ofPlaces || reach !== 'groups')
}

/** @param place the address of the screen, or of the entry it stands under. */
function Navigation(props: { entries: AppRoute[]; place: string }): React.ReactElement {
  const { entries, place } = props
  const segment = (address: string): string => address.split('/')[1] ?? ''
  return (
    <nav className={`${classes.nav} no-print`} aria-label="主导航">
      {entries.map((route, index) => {
        const Icon = route.icon
        const current = segment(place) === segment(route.path)
        return (
          <Tooltip
            key={route.path}
            position="right"
            label={
              <span>
                {route.title} <Kbd size="xs">Alt+{index + 1}</Kbd>
              </span>
            }
          >
            <UnstyledButton
              component={Link}
              href={route.path}
              className={classes.entry}
              aria-current={current ? 'page' : undefined}
            >
              {Icon && <Icon size={20} stroke={1.6} />}
              {route.title}
            </UnstyledButton>
          </Tooltip>
        )
      })}
    </nav>
  )
}
