import type { paths } from './generated/routes.js';

/** Types that lead from a method and a path to what a route takes and answers. */

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';

/** The routes that have this method. Webhooks are the providers' routes. */
export type Path<M extends Method> = {
  [P in keyof paths]: P extends `/v1/${string}`
    ? paths[P] extends Record<Lowercase<M>, object>
      ? P
      : never
    : never;
}[keyof paths];

type Operation<M extends Method, P extends Path<M>> = paths[P][Lowercase<M> & keyof paths[P]];

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;

/** The body of a route's answer. */
export type Answer<M extends Method, P extends Path<M>> =
  Operation<M, P> extends { responses: infer R } ? Json<R[keyof R]> : never;

/** The field of a request under `Key`: required where the route requires something of it. */
type Part<Key extends string, T> = [T] extends [never]
  ? object
  : Record<never, never> extends T
    ? { [K in Key]?: T }
    : { [K in Key]: T };

type Parameters<O, Kind extends string> = O extends { parameters: infer All }
  ? Kind extends keyof All
    ? NonNullable<All[Kind]>
    : never
  : never;

type Body<O> = O extends { requestBody?: infer B } ? Json<NonNullable<B>> : never;

/** The input of a route: the path's parameters, the query and the body. */
export type Input<M extends Method, P extends Path<M>> = Part<
  'path',
  Parameters<Operation<M, P>, 'path'>
> &
  Part<'query', Parameters<Operation<M, P>, 'query'>> &
  Part<'body', Body<Operation<M, P>>>;

export interface Extras {
  /** Ends the request, and all of its repetitions. */
  signal?: AbortSignal;
}

/** The arguments after the path: none are needed where the route needs none. */
export type Rest<M extends Method, P extends Path<M>> =
  Record<never, never> extends Input<M, P>
    ? [input?: Input<M, P> & Extras]
    : [input: Input<M, P> & Extras];

/** The lists that come in pages. */
export type Listed = {
  [P in Path<'GET'>]: 'cursor' extends keyof Answer<'GET', P> ? P : never;
}[Path<'GET'>];
