import os
from pathlib import Path
from PySide6.QtWidgets import QApplication
from carmp_desktop.qt.language import speak
from carmp_desktop.qt.theme import dress
from tests.window.walk import walk
from tests.window.words_on_screen import *
async def test_shots(open_desk, server, photos, tmp_path, qapp, monkeypatch):
    lang=os.environ["L"]; out=Path("/tmp/shots")/lang; out.mkdir(parents=True,exist_ok=True)
    b=tmp_path/"broken.jpg"; b.write_bytes(b"x")
    if lang=="pseudo": p=Pseudo(qapp); qapp.installTranslator(p)
    else: speak(qapp,lang)
    if os.environ.get("D"): dress(qapp,dark=True)
    painted=PaintedWords(monkeypatch)
    try:
        async with open_desk() as desk:
            n=0
            async for stop in walk(desk, server, photos, b):
                for k,w in enumerate(windows()):
                    w.grab().save(str(out/f"{n:02d}-{stop.replace(' ','_')}{'' if k==0 else '-'+str(k)}.png"))
                n+=1
                painted.collect(windows())
                for said in (*cut_words(windows(), may_elide=lang=="pseudo"), *painted.cut): print("CUT",stop,said)
                for s in set(painted.words):
                    if lang!="pseudo" and s.text.endswith("…") and len(s.text)>1: print("ELIDED",stop,s)
                painted.words.clear(); painted.cut.clear()
    finally:
        speak(qapp,"en")
