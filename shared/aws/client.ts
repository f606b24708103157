const clients = new Map<string, unknown>();

/** The client of a service, made once for the life of the process: its connections stay warm from call to call. */
export function once<Client>(service: string, make: () => Client): Client {
  const known = clients.get(service) as Client | undefined;
  if (known) return known;
  const made = make();
  clients.set(service, made);
  return made;
}
