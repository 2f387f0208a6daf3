// Sends a change; a page in place of an answer means that it did not arrive.
export async function send(path, fields) {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json', 'X-XSRF-TOKEN': csrfToken() },
    });
    const spoken = answer.headers.get('Content-Type')?.startsWith('application/json');
    return spoken ? { status: answer.status, ...(await answer.json()) } : { status: 0 };
  } catch {
    return { status: 0 };
  }
}
