"""Listens for later starts of the program on the same profile, and brings the window to the front.

Anything may knock: whoever says nothing, too much or nonsense is hung up on, and nothing happens.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from carmp_desktop.core.log import LOG
from carmp_desktop.qt.presence.single_window import ACCEPTED, Call

# More than any command line can hold.
LONGEST_CALL = 8 << 20
MOST_CALLERS = 16
_PATIENCE_MS = 3000


class Doorbell(QObject):
    """Hears the calls of later starts. To be used only by the holder of the profile's lock."""

    rung = Signal(object)
    """A `Call`; it is accepted when this has been heard."""

    def __init__(
        self, address: str, parent: QObject | None = None, *, patience_ms: int = _PATIENCE_MS
    ) -> None:
        super().__init__(parent)
        self._address = address
        self._patience_ms = patience_ms
        self._callers: list[_Caller] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    @property
    def callers(self) -> int:
        """How many are connected."""
        return len(self._callers)

    def listen(self) -> None:
        """Begin to hear. Where that cannot be, the window does without, and the log tells."""
        # What lies there is of a process that was killed: the living one would hold the lock.
        QLocalServer.removeServer(self._address)
        if self._server.listen(self._address):
            LOG.info("listening for later starts at %s", self._address)
        else:
            LOG.warning("cannot listen at %r: %s", self._address, self._server.errorString())

    def close(self) -> None:
        """Hear no more; to be done before the lock is let go of."""
        self._server.close()
        for caller in tuple(self._callers):
            caller.hang_up()

    @Slot()
    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._callers) >= MOST_CALLERS:
                socket.abort()
                socket.deleteLater()
                continue
            caller = _Caller(socket, self._patience_ms, self)
            self._callers.append(caller)
            caller.called.connect(self.rung)
            caller.gone.connect(self._forget)
            caller.listen()

    @Slot(QObject)
    def _forget(self, caller: QObject) -> None:
        self._callers = [one for one in self._callers if one is not caller]
        caller.deleteLater()


class _Caller(QObject):
    """One connection: a line is heard and answered, within bounds of size and time."""

    called = Signal(object)
    gone = Signal(QObject)

    def __init__(self, socket: QLocalSocket, patience_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        socket.setParent(self)
        socket.setReadBufferSize(LONGEST_CALL)
        self._socket = socket
        self._has_called = False
        self._is_gone = False
        self._late = QTimer(self, singleShot=True, interval=patience_ms)
        self._late.timeout.connect(self.hang_up)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.hang_up)

    def listen(self) -> None:
        """Wait for the line, part of which may have come already."""
        self._late.start()
        self._read()

    @Slot()
    def hang_up(self) -> None:
        """End the connection, whatever its state."""
        if not self._is_gone:
            self._is_gone = True
            self._late.stop()
            self._socket.abort()
            self.gone.emit(self)

    @Slot()
    def _read(self) -> None:
        if self._is_gone or self._has_called:
            return
        if self._socket.canReadLine():
            self._hear(bytes(self._socket.readLine().data()))
        elif self._socket.bytesAvailable() >= LONGEST_CALL:
            LOG.warning("a call of more than %d bytes is not heard", LONGEST_CALL)
            self.hang_up()

    def _hear(self, line: bytes) -> None:
        self._has_called = True
        try:
            call = Call.from_line(line)
        except ValueError as error:
            LOG.warning("a call is not understood: %s", error)
            self.hang_up()
            return
        LOG.info("a later start hands over photos: %d", len(call.photos))
        self.called.emit(call)
        self._socket.write(ACCEPTED)
        self._socket.disconnectFromServer()


def bring_to_front(window: QWidget, token: str = "") -> None:
    """Show a window, un-minimize it, and put it before all others.

    ``token`` is the permission to take the focus; without it a Wayland desktop only marks it.
    """
    if token and QGuiApplication.platformName().startswith("wayland"):
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from there
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
