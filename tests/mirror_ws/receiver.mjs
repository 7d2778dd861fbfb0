// A receiver on Node's ws that breaks its connections by a plan; it prints what it gets.
import { createServer } from "node:http";
import { createRequire } from "node:module";

// By require and not by import: only it looks where the system's packages are.
const { WebSocketServer } = createRequire(import.meta.url)("ws");

const { plan, slow, away } = JSON.parse(process.argv[2]);
const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

const http = createServer();
const server = new WebSocketServer({ noServer: true });

http.on("upgrade", (request, socket, head) => {
  say({ connections: 1 });
  if (plan.length && plan[0][0] === "refused") {
    plan.shift();
    say({ breaks: 1 });
    socket.end("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    return;
  }
  server.handleUpgrade(request, socket, head, receive);
});

function receive(socket) {
  const [kind, after] = plan.shift() ?? ["", 0];
  let count = 0;
  let broken = false;
  socket.on("error", () => {});
  socket.on("message", (text) => {
    if (broken) return;
    say({ text: String(text) });
    count += 1;
    if (count === after) {
      broken = true;
      breakOff(kind, socket);
    } else if (kind === "slow") {
      socket.pause();
      setTimeout(() => socket.resume(), slow);
    }
  });
}

function breakOff(kind, socket) {
  say({ breaks: 1 });
  if (kind === "clean") socket.close(1000);
  else if (kind === "half-open") socket.pause();
  else socket.terminate();
  if (kind === "gone") {
    const { port } = http.address();
    http.close();
    setTimeout(() => http.listen(port, "127.0.0.1"), away);
  }
}

http.once("listening", () => say({ url: `ws://127.0.0.1:${http.address().port}/events` }));
http.listen(0, "127.0.0.1");
