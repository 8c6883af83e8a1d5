import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A way to the product that can be cut, as a cable can: everything under way is lost and nothing new gets through. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private up = true;
  private readonly server = createServer((near) => {
    if (!this.up) {
      near.destroy();
      return;
    }
    const { hostname, port } = this.target;
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.pipe(near);
  });

  private constructor(private readonly target: URL) {}

  static async to(address: string): Promise<Line> {
    const line = new Line(new URL(address));
    await new Promise<void>((listening) => line.server.listen(0, '127.0.0.1', listening));
    return line;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.up = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.up = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((closed) => this.server.close(closed));
  }
}
