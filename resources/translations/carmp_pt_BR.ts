<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
    <context>
        <name>AddColors</name>
        <message>
            <source>Add colors</source>
            <translation>Adicionar cores</translation>
        </message>
        <message>
            <source>No angle of this batch has an image to make colors from. Retry one first.</source>
            <translation>Nenhum ângulo deste lote tem uma imagem para fazer cores. Repita um primeiro.</translation>
        </message>
        <message>
            <source>Every color of the sheet is here already.</source>
            <translation>Todas as cores da planilha já estão aqui.</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagem</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imagens</translation>
        </message>
        <message>
            <source>Choose a color</source>
            <translation>Escolha uma cor</translation>
        </message>
        <message>
            <source>Make {images}</source>
            <translation>Fazer {images}</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>neste computador</translation>
        </message>
        <message>
            <source>price unknown</source>
            <translation>preço desconhecido</translation>
        </message>
        <message>
            <source>about {money}</source>
            <translation>cerca de {money}</translation>
        </message>
        <message>
            <source>The one angle</source>
            <translation>O único ângulo</translation>
        </message>
        <message>
            <source>All {n} angles</source>
            <translation>Os {n} ângulos</translation>
        </message>
        <message>
            <source>Which angles</source>
            <translation>Quais ângulos</translation>
        </message>
        <message>
            <source>{angle} only</source>
            <translation>Só {angle}</translation>
        </message>
    </context>
    <context>
        <name>AddTile</name>
        <message>
            <source>Drop photos of one car here</source>
            <translation>Solte aqui fotos de um carro</translation>
        </message>
        <message>
            <source>Add photos</source>
            <translation>Adicionar fotos</translation>
        </message>
        <message>
            <source>Drop photos or folders, paste, or click to browse</source>
            <translation>Solte fotos ou pastas, cole ou clique para procurar</translation>
        </message>
    </context>
    <context>
        <name>AngleHeader</name>
        <message>
            <source>Angles</source>
            <translation>Ângulos</translation>
        </message>
    </context>
    <context>
        <name>AnglePicker</name>
        <message>
            <source>No angles yet: the sheet has not been read.</source>
            <translation>Ainda sem ângulos: a planilha não foi lida.</translation>
        </message>
        <message>
            <source>Angles</source>
            <translation>Ângulos</translation>
        </message>
        <message>
            <source>Choose all angles</source>
            <translation>Escolher todos os ângulos</translation>
        </message>
        <message>
            <source>Choose no angle</source>
            <translation>Não escolher nenhum ângulo</translation>
        </message>
    </context>
    <context>
        <name>Announcer</name>
        <message>
            <source>{n} done</source>
            <translation>{n} prontas</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} com falha</translation>
        </message>
        <message>
            <source>{n} canceled</source>
            <translation>canceladas: {n}</translation>
        </message>
        <message>
            <source>{n} image done</source>
            <translation>{n} imagem pronta</translation>
        </message>
        <message>
            <source>{n} images done</source>
            <translation>{n} imagens prontas</translation>
        </message>
        <message>
            <source>What failed can be made again in the window.</source>
            <translation>O que falhou pode ser feito de novo na janela.</translation>
        </message>
    </context>
    <context>
        <name>BatchHeader</name>
        <message>
            <source>Fit</source>
            <translation>Ajustar</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} de {total}</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} com falha</translation>
        </message>
        <message>
            <source>{n} canceled</source>
            <translation>canceladas: {n}</translation>
        </message>
        <message>
            <source>{money} spent</source>
            <translation>{money} gastos</translation>
        </message>
        <message>
            <source>about {money} to come</source>
            <translation>cerca de {money} a gastar</translation>
        </message>
        <message>
            <source>a few seconds to go</source>
            <translation>faltam alguns segundos</translation>
        </message>
        <message>
            <source>about {n} s to go</source>
            <translation>faltam cerca de {n} s</translation>
        </message>
        <message>
            <source>about {n} min to go</source>
            <translation>faltam cerca de {n} min</translation>
        </message>
        <message>
            <source>Size of the cards</source>
            <translation>Tamanho dos cartões</translation>
        </message>
        <message>
            <source>Let the cards fill the width</source>
            <translation>Ajustar os cartões à largura</translation>
        </message>
    </context>
    <context>
        <name>BatchPage</name>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Make what was interrupted and had not begun</source>
            <translation>Fazer o que foi interrompido e não havia começado</translation>
        </message>
        <message>
            <source>Retry failed</source>
            <translation>Repetir falhas</translation>
        </message>
        <message>
            <source>Each image that is made again is a new paid attempt</source>
            <translation>Cada imagem refeita é uma nova tentativa paga</translation>
        </message>
        <message>
            <source>Add colors</source>
            <translation>Adicionar cores</translation>
        </message>
        <message>
            <source>Make further colors of the angles that are here</source>
            <translation>Fazer mais cores dos ângulos que estão aqui</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Write the images as files for a marketplace</source>
            <translation>Salvar as imagens como arquivos para um portal de vendas</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Stop this batch; what already runs may be charged</source>
            <translation>Parar este lote; o que já está em andamento pode ser cobrado</translation>
        </message>
        <message>
            <source>Make the rest</source>
            <translation>Fazer o resto</translation>
        </message>
    </context>
    <context>
        <name>BatchesDesk</name>
        <message>
            <source>A batch was interrupted</source>
            <translation>Um lote foi interrompido</translation>
        </message>
        <message>
            <source>{n} batches were interrupted</source>
            <translation>{n} lotes foram interrompidos</translation>
        </message>
        <message>
            <source>What is missing is made now.</source>
            <translation>O que falta é feito agora.</translation>
        </message>
        <message>
            <source>What had begun is fetched now; nothing is paid for twice.</source>
            <translation>O que havia começado é buscado agora; nada é pago duas vezes.</translation>
        </message>
        <message>
            <source>{n} image had not begun and waits for Go on.</source>
            <translation>{n} imagem não havia começado e espera por Continuar.</translation>
        </message>
        <message>
            <source>{n} images had not begun and wait for Go on.</source>
            <translation>{n} imagens não haviam começado e esperam por Continuar.</translation>
        </message>
        <message>
            <source>Still being made</source>
            <translation>Ainda em andamento</translation>
        </message>
        <message>
            <source>Its page can be closed when the batch has ended, or is canceled.</source>
            <translation>A página pode ser fechada quando o lote terminar ou for cancelado.</translation>
        </message>
    </context>
    <context>
        <name>BatchesView</name>
        <message>
            <source>Batches</source>
            <translation>Lotes</translation>
        </message>
        <message>
            <source>Close {name}</source>
            <translation>Fechar {name}</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Generating</source>
            <translation>Gerando</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Concluída</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>Cancelada</translation>
        </message>
        <message>
            <source>Queued</source>
            <translation>Na fila</translation>
        </message>
        <message>
            <source>in {time}</source>
            <translation>em {time}</translation>
        </message>
        <message>
            <source>{money} charged</source>
            <translation>{money} cobrados</translation>
        </message>
        <message>
            <source>Local preview</source>
            <translation>Prévia local</translation>
        </message>
        <message>
            <source>Add this color</source>
            <translation>Adicionar esta cor</translation>
        </message>
        <message>
            <source>{place}: not made. Enter adds this color</source>
            <translation>{place}: não feita. Enter adiciona esta cor</translation>
        </message>
        <message>
            <source>File not readable</source>
            <translation>Arquivo ilegível</translation>
        </message>
        <message>
            <source>Image deleted</source>
            <translation>Imagem excluída</translation>
        </message>
        <message>
            <source>Check me: {reason}</source>
            <translation>Conferir: {reason}</translation>
        </message>
        <message>
            <source>{place}: {state}</source>
            <translation>{place}: {state}</translation>
        </message>
        <message>
            <source>{reason} until {time}</source>
            <translation>{reason} até {time}</translation>
        </message>
        <message>
            <source>Made in {seconds} s</source>
            <translation>Feita em {seconds} s</translation>
        </message>
        <message>
            <source>Waits for its angle</source>
            <translation>Espera seu ângulo</translation>
        </message>
        <message>
            <source>Angle failed</source>
            <translation>O ângulo falhou</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Falhou</translation>
        </message>
    </context>
    <context>
        <name>CardMenu</name>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Open in the system's viewer</source>
            <translation>Abrir no visualizador do sistema</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostrar na pasta</translation>
        </message>
        <message>
            <source>Copy image</source>
            <translation>Copiar imagem</translation>
        </message>
        <message>
            <source>Touch up by hand…</source>
            <translation>Retocar à mão…</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprovar</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Rejeitar</translation>
        </message>
        <message>
            <source>Put into the bin</source>
            <translation>Pôr na lixeira</translation>
        </message>
        <message>
            <source>Look for it again</source>
            <translation>Procurar de novo</translation>
        </message>
        <message>
            <source>Make anew (may be paid twice)</source>
            <translation>Refazer (pode ser paga duas vezes)</translation>
        </message>
        <message>
            <source>Make again</source>
            <translation>Fazer de novo</translation>
        </message>
        <message>
            <source>Cancel this image</source>
            <translation>Cancelar esta imagem</translation>
        </message>
    </context>
    <context>
        <name>ColorChip</name>
        <message>
            <source>Your own color. Delete removes it.</source>
            <translation>Uma cor sua. Delete a remove.</translation>
        </message>
    </context>
    <context>
        <name>ColorHeader</name>
        <message>
            <source>Colors</source>
            <translation>Cores</translation>
        </message>
    </context>
    <context>
        <name>ColorPicker</name>
        <message>
            <source>No colors yet: the sheet has not been read.</source>
            <translation>Ainda sem cores: a planilha não foi lida.</translation>
        </message>
        <message>
            <source>Search colors</source>
            <translation>Buscar cores</translation>
        </message>
        <message>
            <source>Custom</source>
            <translation>Própria</translation>
        </message>
        <message>
            <source>Add a custom color</source>
            <translation>Adicionar uma cor própria</translation>
        </message>
        <message>
            <source>Name or #hex, then Enter</source>
            <translation>Nome ou #hex, depois Enter</translation>
        </message>
        <message>
            <source>Colors</source>
            <translation>Cores</translation>
        </message>
        <message>
            <source>Choose all colors</source>
            <translation>Escolher todas as cores</translation>
        </message>
        <message>
            <source>Choose no color</source>
            <translation>Não escolher nenhuma cor</translation>
        </message>
        <message>
            <source>No color is called “{text}”.</source>
            <translation>Nenhuma cor se chama “{text}”.</translation>
        </message>
    </context>
    <context>
        <name>CompareButton</name>
        <message>
            <source>Choose what to compare with (C)</source>
            <translation>Escolher com o que comparar (C)</translation>
        </message>
        <message>
            <source>Nothing to compare with</source>
            <translation>Nada para comparar</translation>
        </message>
        <message>
            <source>Compared with: {name}</source>
            <translation>Comparada com: {name}</translation>
        </message>
    </context>
    <context>
        <name>DesktopBus</name>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
    </context>
    <context>
        <name>EmptyState</name>
        <message>
            <source>Enter a Replicate token</source>
            <translation>Inserir um token do Replicate</translation>
        </message>
        <message>
            <source>Browse photos…</source>
            <translation>Procurar fotos…</translation>
        </message>
        <message>
            <source>{n} photo in</source>
            <translation>{n} foto adicionada</translation>
        </message>
        <message>
            <source>{n} photos in</source>
            <translation>{n} fotos adicionadas</translation>
        </message>
        <message>
            <source>Every angle, in every color</source>
            <translation>Cada ângulo, em cada cor</translation>
        </message>
        <message>
            <source>Drop photos of one car anywhere on this window to begin.</source>
            <translation>Para começar, solte fotos de um carro em qualquer lugar desta janela.</translation>
        </message>
        <message>
            <source>Choose angles and colors on the left, then press Generate.</source>
            <translation>Escolha ângulos e cores à esquerda e pressione Gerar.</translation>
        </message>
        <message>
            <source>Press “{button}”, or Ctrl+Return.</source>
            <translation>Pressione “{button}”, ou Ctrl+Enter.</translation>
        </message>
        <message>
            <source>Studio makes previews on this computer, without token or cost.</source>
            <translation>O Estúdio faz prévias neste computador, sem token nem custo.</translation>
        </message>
        <message>
            <source>Replicate makes the images.</source>
            <translation>O Replicate faz as imagens.</translation>
        </message>
        <message>
            <source>Replicate makes the images, for about {price} each.</source>
            <translation>O Replicate faz as imagens, por cerca de {price} cada uma.</translation>
        </message>
        <message>
            <source>Add photos</source>
            <translation>Adicionar fotos</translation>
        </message>
        <message>
            <source>A few of the same car, from any side.</source>
            <translation>Algumas do mesmo carro, de qualquer lado.</translation>
        </message>
        <message>
            <source>Tick angles and colors</source>
            <translation>Marcar ângulos e cores</translation>
        </message>
        <message>
            <source>A row for each angle, a column for each color.</source>
            <translation>Uma linha por ângulo, uma coluna por cor.</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>Gerar</translation>
        </message>
        <message>
            <source>Cards fill as they finish, already saved.</source>
            <translation>Os cartões se preenchem ao terminar, já salvos.</translation>
        </message>
    </context>
    <context>
        <name>EnginePill</name>
        <message>
            <source>Engine: {name}</source>
            <translation>Motor: {name}</translation>
        </message>
        <message>
            <source>Images wait for the connection to Replicate, and go on by themselves.</source>
            <translation>As imagens esperam a conexão com o Replicate e continuam sozinhas.</translation>
        </message>
        <message>
            <source>Replicate · offline</source>
            <translation>Replicate · sem conexão</translation>
        </message>
        <message>
            <source>Studio · on this computer</source>
            <translation>Estúdio · neste computador</translation>
        </message>
        <message>
            <source>Studio · no model file</source>
            <translation>Estúdio · sem arquivo do modelo</translation>
        </message>
        <message>
            <source>Replicate · {model}</source>
            <translation>Replicate · {model}</translation>
        </message>
        <message>
            <source>Replicate · no token</source>
            <translation>Replicate · sem token</translation>
        </message>
    </context>
    <context>
        <name>Exhibits</name>
        <message>
            <source>Nothing to compare with</source>
            <translation>Nada para comparar</translation>
        </message>
        <message>
            <source>It was moved, deleted or damaged: {name}</source>
            <translation>Foi movida, excluída ou danificada: {name}</translation>
        </message>
        <message>
            <source>The file cannot be read</source>
            <translation>Não é possível ler o arquivo</translation>
        </message>
    </context>
    <context>
        <name>Export</name>
        <message>
            <source>Nothing that is there is ever replaced.</source>
            <translation>Nada do que já está lá é substituído.</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Onde</translation>
        </message>
        <message>
            <source>Folder…</source>
            <translation>Pasta…</translation>
        </message>
        <message>
            <source>ZIP file…</source>
            <translation>Arquivo ZIP…</translation>
        </message>
        <message>
            <source>Export into a folder</source>
            <translation>Exportar para uma pasta</translation>
        </message>
        <message>
            <source>Export into a ZIP file</source>
            <translation>Exportar para um arquivo ZIP</translation>
        </message>
        <message>
            <source>ZIP files (*.zip)</source>
            <translation>Arquivos ZIP (*.zip)</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagem</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imagens</translation>
        </message>
        <message>
            <source>{shape} where the car allows</source>
            <translation>{shape} se o carro permitir</translation>
        </message>
        <message>
            <source>exactly {shape}</source>
            <translation>exatamente {shape}</translation>
        </message>
        <message>
            <source>at most {n} px</source>
            <translation>no máximo {n} px</translation>
        </message>
        <message>
            <source>at least {n} px</source>
            <translation>no mínimo {n} px</translation>
        </message>
        <message>
            <source>{n} px advised</source>
            <translation>{n} px recomendados</translation>
        </message>
        <message>
            <source>at most {n} images of a car</source>
            <translation>no máximo {n} imagens por carro</translation>
        </message>
        <message>
            <source>how many images</source>
            <translation>quantas imagens</translation>
        </message>
        <message>
            <source>which size</source>
            <translation>que tamanho</translation>
        </message>
        <message>
            <source>at most {n} MB a file</source>
            <translation>no máximo {n} MB por arquivo</translation>
        </message>
        <message>
            <source>no text on the images</source>
            <translation>sem texto nas imagens</translation>
        </message>
        <message>
            <source>no border</source>
            <translation>sem borda</translation>
        </message>
        <message>
            <source>the main image in the car's own color</source>
            <translation>a imagem principal na cor própria do carro</translation>
        </message>
        <message>
            <source>the very car that is sold</source>
            <translation>o próprio carro à venda</translation>
        </message>
        <message>
            <source>the car cut out where its outline is known</source>
            <translation>o carro recortado se o contorno é conhecido</translation>
        </message>
        <message>
            <source>{format}, quality {n}</source>
            <translation>{format}, qualidade {n}</translation>
        </message>
        <message>
            <source>{n} file beside them</source>
            <translation>{n} arquivo à parte</translation>
        </message>
        <message>
            <source>{n} files beside them</source>
            <translation>{n} arquivos à parte</translation>
        </message>
        <message>
            <source>{images} and {files}</source>
            <translation>{images} e {files}</translation>
        </message>
        <message>
            <source>An image is exported</source>
            <translation>Uma imagem foi exportada</translation>
        </message>
        <message>
            <source>{n} images are exported</source>
            <translation>{n} imagens foram exportadas</translation>
        </message>
        <message>
            <source>{size}, in {place}.</source>
            <translation>{size}, em {place}.</translation>
        </message>
        <message>
            <source>{n} image was left out.</source>
            <translation>{n} imagem ficou de fora.</translation>
        </message>
        <message>
            <source>{n} images were left out.</source>
            <translation>{n} imagens ficaram de fora.</translation>
        </message>
        <message>
            <source>{names} and {n} more</source>
            <translation>{names} e mais {n}</translation>
        </message>
    </context>
    <context>
        <name>ExportDesk</name>
        <message>
            <source>The selected image</source>
            <translation>A imagem selecionada</translation>
        </message>
        <message>
            <source>{n} selected images</source>
            <translation>{n} imagens selecionadas</translation>
        </message>
        <message>
            <source>This image</source>
            <translation>Esta imagem</translation>
        </message>
        <message>
            <source>This batch</source>
            <translation>Este lote</translation>
        </message>
        <message>
            <source>All of {car}</source>
            <translation>Todas de {car}</translation>
        </message>
        <message>
            <source>Own profiles…</source>
            <translation>Perfis próprios…</translation>
        </message>
        <message>
            <source>Show files</source>
            <translation>Mostrar arquivos</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>Own profiles…</source>
            <translation>Perfis próprios…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>{done} of {total} images</source>
            <translation>{done} de {total} imagens</translation>
        </message>
        <message>
            <source>Stopped; nothing half-written is left.</source>
            <translation>Interrompido; nada ficou pela metade.</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Parando…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Parar</translation>
        </message>
        <message>
            <source>Export {n} image</source>
            <translation>Exportar {n} imagem</translation>
        </message>
        <message>
            <source>Export {n} images</source>
            <translation>Exportar {n} imagens</translation>
        </message>
    </context>
    <context>
        <name>ExportForm</name>
        <message>
            <source>What</source>
            <translation>O quê</translation>
        </message>
        <message>
            <source>Approved images only</source>
            <translation>Só imagens aprovadas</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Perfil</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Nomes</translation>
        </message>
        <message>
            <source>Stock number</source>
            <translation>Número de estoque</translation>
        </message>
        <message>
            <source>Without one the car's name stands for it.</source>
            <translation>Sem ele é usado o nome do carro.</translation>
        </message>
        <message>
            <source>Language of the disclosure</source>
            <translation>Idioma do aviso</translation>
        </message>
        <message>
            <source>Contact sheet</source>
            <translation>Folha de contatos</translation>
        </message>
        <message>
            <source>The matrix of each car as PNG and PDF.</source>
            <translation>A matriz de cada carro como PNG e PDF.</translation>
        </message>
        <message>
            <source>A recolored image may be the main one</source>
            <translation>A principal pode ser recolorida</translation>
        </message>
        <message>
            <source>The profile asks for the car's own color there.</source>
            <translation>O perfil pede ali a cor própria do carro.</translation>
        </message>
        <message>
            <source>Enlarge small images</source>
            <translation>Ampliar imagens pequenas</translation>
        </message>
        <message>
            <source>They gain pixels and no detail. Else they are left out.</source>
            <translation>Ganham pixels, não detalhe. Senão, ficam de fora.</translation>
        </message>
        <message>
            <source>We could not confirm these limits; please check them with the marketplace: {what}</source>
            <translation>Não pudemos confirmar estes limites; confira-os no site de anúncios: {what}</translation>
        </message>
        <message>
            <source>What you rejected stays behind in any case.</source>
            <translation>O que foi rejeitado fica de fora mesmo assim.</translation>
        </message>
        <message>
            <source>File beside them</source>
            <translation>Arquivo à parte</translation>
        </message>
        <message>
            <source>On the images</source>
            <translation>Nas imagens</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Nenhum</translation>
        </message>
        <message>
            <source>Tells people that the images are no photos; the files are always marked.</source>
            <translation>Avisa que as imagens não são fotos; os arquivos são sempre marcados.</translation>
        </message>
        <message>
            <source>The profile forbids text on the images; the files are always marked.</source>
            <translation>O perfil proíbe texto nas imagens; os arquivos são sempre marcados.</translation>
        </message>
        <message>
            <source>Disclosure</source>
            <translation>Aviso</translation>
        </message>
    </context>
    <context>
        <name>FactRow</name>
        <message>
            <source>Press to copy</source>
            <translation>Pressione para copiar</translation>
        </message>
        <message>
            <source>Click to copy</source>
            <translation>Clique para copiar</translation>
        </message>
        <message>
            <source>Copy {label}</source>
            <translation>Copiar {label}</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
    </context>
    <context>
        <name>Filmstrip</name>
        <message>
            <source>All images in order</source>
            <translation>Todas as imagens em ordem</translation>
        </message>
    </context>
    <context>
        <name>FilterPopup</name>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nada encontrado</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>Today</source>
            <translation>Hoje</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Ontem</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <translation>d 'de' MMMM</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d 'de' MMMM 'de' yyyy</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagem</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imagens</translation>
        </message>
        <message>
            <source>local previews</source>
            <translation>prévias locais</translation>
        </message>
        <message>
            <source>Original color</source>
            <translation>Cor original</translation>
        </message>
        <message>
            <source>Local preview</source>
            <translation>Prévia local</translation>
        </message>
        <message>
            <source>Replicate</source>
            <translation>Replicate</translation>
        </message>
        <message>
            <source>File not found</source>
            <translation>Arquivo não encontrado</translation>
        </message>
        <message>
            <source>starred</source>
            <translation>destacada</translation>
        </message>
        <message>
            <source>Check me: {reason}</source>
            <translation>Conferir: {reason}</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>na lixeira</translation>
        </message>
        <message>
            <source>This file was moved or deleted.</source>
            <translation>Este arquivo foi movido ou excluído.</translation>
        </message>
        <message>
            <source>d MMM yyyy, HH:mm</source>
            <translation>d MMM yyyy, HH:mm</translation>
        </message>
        <message>
            <source>d MMM, HH:mm</source>
            <translation>d MMM, HH:mm</translation>
        </message>
        <message>
            <source>From {day}</source>
            <translation>Desde {day}</translation>
        </message>
        <message>
            <source>Until {day}</source>
            <translation>Até {day}</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>d MMM yyyy</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>{n} file missing</source>
            <translation>falta {n} arquivo</translation>
        </message>
        <message>
            <source>{n} files missing</source>
            <translation>faltam {n} arquivos</translation>
        </message>
    </context>
    <context>
        <name>GalleryDesk</name>
        <message>
            <source>An image is in the bin</source>
            <translation>Uma imagem está na lixeira</translation>
        </message>
        <message>
            <source>{n} images are in the bin</source>
            <translation>{n} imagens estão na lixeira</translation>
        </message>
        <message>
            <source>The files stay where they are until you empty the bin.</source>
            <translation>Os arquivos ficam onde estão até esvaziar a lixeira.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Desfazer</translation>
        </message>
        <message>
            <source>{n} image went to the system's recycle bin</source>
            <translation>{n} imagem foi para a lixeira do sistema</translation>
        </message>
        <message>
            <source>{n} images went to the system's recycle bin</source>
            <translation>{n} imagens foram para a lixeira do sistema</translation>
        </message>
        <message>
            <source>The gallery is {size} smaller.</source>
            <translation>A galeria ocupa {size} a menos.</translation>
        </message>
        <message>
            <source>{n} image stays in the bin: its batch is still being made.</source>
            <translation>{n} imagem fica na lixeira: seu lote ainda está em andamento.</translation>
        </message>
        <message>
            <source>{n} images stay in the bin: their batch is still being made.</source>
            <translation>{n} imagens ficam na lixeira: seu lote ainda está em andamento.</translation>
        </message>
    </context>
    <context>
        <name>GalleryEmpty</name>
        <message>
            <source>Clear filters</source>
            <translation>Limpar filtros</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>na lixeira</translation>
        </message>
        <message>
            <source>in the gallery</source>
            <translation>na galeria</translation>
        </message>
        <message>
            <source>No image {place} matches all of it. Fewer words or filters find more.</source>
            <translation>Nenhuma imagem {place} atende a tudo. Menos palavras ou filtros encontram mais.</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nada encontrado</translation>
        </message>
        <message>
            <source>The bin is empty</source>
            <translation>A lixeira está vazia</translation>
        </message>
        <message>
            <source>What you delete waits here, and can be restored until you empty the bin.</source>
            <translation>O que é excluído espera aqui e pode ser restaurado até esvaziar a lixeira.</translation>
        </message>
        <message>
            <source>Everything is in the bin</source>
            <translation>Tudo está na lixeira</translation>
        </message>
        <message>
            <source>From there it can be restored.</source>
            <translation>De lá pode ser restaurado.</translation>
        </message>
        <message>
            <source>Your images will stand here</source>
            <translation>Suas imagens ficarão aqui</translation>
        </message>
        <message>
            <source>Every image arrives by itself the moment it is finished: by day and car, the newest first. Drag them from here into any program.</source>
            <translation>Cada imagem chega sozinha assim que fica pronta: por dia e carro, a mais nova primeiro. Arraste-as daqui para qualquer programa.</translation>
        </message>
    </context>
    <context>
        <name>GalleryFilters</name>
        <message>
            <source>Car</source>
            <translation>Carro</translation>
        </message>
        <message>
            <source>Any car</source>
            <translation>Qualquer carro</translation>
        </message>
        <message>
            <source>Angle</source>
            <translation>Ângulo</translation>
        </message>
        <message>
            <source>Any angle</source>
            <translation>Qualquer ângulo</translation>
        </message>
        <message>
            <source>Color</source>
            <translation>Cor</translation>
        </message>
        <message>
            <source>Any color</source>
            <translation>Qualquer cor</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Lote</translation>
        </message>
        <message>
            <source>Any batch</source>
            <translation>Qualquer lote</translation>
        </message>
        <message>
            <source>Starred</source>
            <translation>Destacadas</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Aprovadas</translation>
        </message>
        <message>
            <source>Local previews</source>
            <translation>Prévias locais</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>Lixeira</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Limpar filtros</translation>
        </message>
        <message>
            <source>Bin · {n}</source>
            <translation>Lixeira · {n}</translation>
        </message>
    </context>
    <context>
        <name>GalleryLoupe</name>
        <message>
            <source>Gallery</source>
            <translation>Galeria</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Concluída</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamanho</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Preço</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Nenhum</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Criada</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Arquivo</translation>
        </message>
    </context>
    <context>
        <name>GalleryMenu</name>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostrar na pasta</translation>
        </message>
        <message>
            <source>Copy image</source>
            <translation>Copiar imagem</translation>
        </message>
        <message>
            <source>Copy {n} files</source>
            <translation>Copiar {n} arquivos</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Unstar</source>
            <translation>Não destacar</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Destacar</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprovar</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Rejeitar</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Excluir</translation>
        </message>
        <message>
            <source>Delete {n} images</source>
            <translation>Excluir {n} imagens</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Selecionar tudo</translation>
        </message>
    </context>
    <context>
        <name>GalleryPage</name>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
    </context>
    <context>
        <name>GalleryView</name>
        <message>
            <source>Images of the gallery</source>
            <translation>Imagens da galeria</translation>
        </message>
    </context>
    <context>
        <name>GenerateFoot</name>
        <message>
            <source>Enter token</source>
            <translation>Inserir token</translation>
        </message>
        <message>
            <source>Choose the engine</source>
            <translation>Escolher o motor</translation>
        </message>
        <message>
            <source>with {engine}</source>
            <translation>com {engine}</translation>
        </message>
        <message>
            <source>image</source>
            <translation>imagem</translation>
        </message>
        <message>
            <source>images</source>
            <translation>imagens</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>neste computador</translation>
        </message>
        <message>
            <source>about</source>
            <translation>cerca de</translation>
        </message>
        <message>
            <source>price unknown</source>
            <translation>preço desconhecido</translation>
        </message>
        <message>
            <source>Add at least one photo of the car.</source>
            <translation>Adicione pelo menos uma foto do carro.</translation>
        </message>
        <message>
            <source>Choose at least one angle.</source>
            <translation>Escolha pelo menos um ângulo.</translation>
        </message>
        <message>
            <source>Choose a color, or turn auto-colorize off.</source>
            <translation>Escolha uma cor, ou desative a coloração automática.</translation>
        </message>
        <message>
            <source>Generate {angles} Angle (colors later)</source>
            <translation>Gerar {angles} ângulo (cores depois)</translation>
        </message>
        <message>
            <source>Generate {angles} Angles (colors later)</source>
            <translation>Gerar {angles} ângulos (cores depois)</translation>
        </message>
        <message>
            <source>Generate {angles} Angle → {colors} Color each</source>
            <translation>Gerar {angles} ângulo → {colors} cor</translation>
        </message>
        <message>
            <source>Generate {angles} Angle → {colors} Colors each</source>
            <translation>Gerar {angles} ângulo → {colors} cores</translation>
        </message>
        <message>
            <source>Generate {angles} Angles → {colors} Color each</source>
            <translation>Gerar {angles} ângulos → {colors} cor cada</translation>
        </message>
        <message>
            <source>Generate {angles} Angles → {colors} Colors each</source>
            <translation>Gerar {angles} ângulos → {colors} cores cada</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagem</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imagens</translation>
        </message>
        <message>
            <source>{images} with Studio, on this computer and without cost.</source>
            <translation>{images} com o Estúdio, neste computador e sem custo.</translation>
        </message>
        <message>
            <source>{images} with Replicate, at an unknown price.</source>
            <translation>{images} com o Replicate, a um preço desconhecido.</translation>
        </message>
        <message>
            <source>{images} with Replicate, for about {cost}.</source>
            <translation>{images} com o Replicate, por cerca de {cost}.</translation>
        </message>
        <message>
            <source>Replicate</source>
            <translation>Replicate</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Estúdio</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Today</source>
            <translation>Hoje</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Ontem</translation>
        </message>
        <message>
            <source>dddd, d MMMM</source>
            <translation>dddd, d 'de' MMMM</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d 'de' MMMM 'de' yyyy</translation>
        </message>
        <message>
            <source>{n} batch</source>
            <translation>{n} lote</translation>
        </message>
        <message>
            <source>{n} batches</source>
            <translation>{n} lotes</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagem</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imagens</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Estúdio</translation>
        </message>
        <message>
            <source>At work now</source>
            <translation>Em andamento agora</translation>
        </message>
        <message>
            <source>Interrupted, waits for you</source>
            <translation>Interrompido, à sua espera</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} com falha</translation>
        </message>
        <message>
            <source>{n} canceled</source>
            <translation>canceladas: {n}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Pronto</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>neste computador</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <translation>d 'de' MMMM</translation>
        </message>
        <message>
            <source>{done} of {total} images</source>
            <translation>{done} de {total} imagens</translation>
        </message>
        <message>
            <source>{done} of {total} image</source>
            <translation>{done} de {total} imagem</translation>
        </message>
    </context>
    <context>
        <name>HistoryDesk</name>
        <message>
            <source>No images left</source>
            <translation>Não restam imagens</translation>
        </message>
        <message>
            <source>The images of this batch have been put into the bin.</source>
            <translation>As imagens deste lote foram para a lixeira.</translation>
        </message>
    </context>
    <context>
        <name>HistoryEmpty</name>
        <message>
            <source>Open one on any later day, and its matrix stands as it was:</source>
            <translation>Abra um em qualquer outro dia, e sua matriz estará como antes:</translation>
        </message>
        <message>
            <source>look at every image, make failed ones again, add colors.</source>
            <translation>veja cada imagem, refaça as que falharam, adicione cores.</translation>
        </message>
        <message>
            <source>Make the first batch</source>
            <translation>Fazer o primeiro lote</translation>
        </message>
        <message>
            <source>Every batch you make stays here</source>
            <translation>Cada lote que você fizer fica aqui</translation>
        </message>
    </context>
    <context>
        <name>HistoryList</name>
        <message>
            <source>Batches, newest first</source>
            <translation>Lotes, os mais novos primeiro</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostrar na pasta</translation>
        </message>
    </context>
    <context>
        <name>HistoryPage</name>
        <message>
            <source>Clear the search</source>
            <translation>Limpar a busca</translation>
        </message>
        <message>
            <source>Search cars</source>
            <translation>Buscar carros</translation>
        </message>
        <message>
            <source>Search the history by car</source>
            <translation>Buscar no histórico por carro</translation>
        </message>
        <message>
            <source>No batch of “{car}”</source>
            <translation>Nenhum lote de “{car}”</translation>
        </message>
        <message>
            <source>{n} batch</source>
            <translation>{n} lote</translation>
        </message>
        <message>
            <source>{n} batches</source>
            <translation>{n} lotes</translation>
        </message>
    </context>
    <context>
        <name>Instructions</name>
        <message>
            <source>Additional instructions</source>
            <translation>Instruções adicionais</translation>
        </message>
        <message>
            <source>Added to every prompt of the batch</source>
            <translation>São adicionadas a cada prompt do lote</translation>
        </message>
        <message>
            <source>Additional instructions · in use</source>
            <translation>Instruções adicionais · em uso</translation>
        </message>
    </context>
    <context>
        <name>JobsList</name>
        <message>
            <source>Jobs that run, wait or failed</source>
            <translation>Trabalhos em andamento, em espera ou com falha</translation>
        </message>
        <message>
            <source>Show in the matrix</source>
            <translation>Mostrar na matriz</translation>
        </message>
        <message>
            <source>Cancel this image</source>
            <translation>Cancelar esta imagem</translation>
        </message>
    </context>
    <context>
        <name>JobsTray</name>
        <message>
            <source>Show the jobs</source>
            <translation>Mostrar os trabalhos</translation>
        </message>
        <message>
            <source>Hide the jobs</source>
            <translation>Ocultar os trabalhos</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Abrir pasta</translation>
        </message>
        <message>
            <source>Show the gallery folder {folder}</source>
            <translation>Mostrar a pasta da galeria {folder}</translation>
        </message>
        <message>
            <source>{n} running</source>
            <translation>{n} em andamento</translation>
        </message>
        <message>
            <source>{n} queued</source>
            <translation>{n} na fila</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} com falha</translation>
        </message>
        <message>
            <source>Nothing runs, waits or needs you.</source>
            <translation>Nada em andamento, em espera ou que precise de atenção.</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Everywhere</source>
            <translation>Em toda parte</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Estúdio</translation>
        </message>
        <message>
            <source>Gallery</source>
            <translation>Galeria</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Histórico</translation>
        </message>
        <message>
            <source>Add photos</source>
            <translation>Adicionar fotos</translation>
        </message>
        <message>
            <source>Paste photos</source>
            <translation>Colar fotos</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>Gerar</translation>
        </message>
        <message>
            <source>Show or hide the jobs</source>
            <translation>Mostrar ou ocultar os trabalhos</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Configurações</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Claro ou escuro</translation>
        </message>
        <message>
            <source>Next part of the window</source>
            <translation>Próxima parte da janela</translation>
        </message>
        <message>
            <source>This sheet</source>
            <translation>Esta folha</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Sair</translation>
        </message>
        <message>
            <source>Matrix</source>
            <translation>Matriz</translation>
        </message>
        <message>
            <source>Walk</source>
            <translation>Percorrer</translation>
        </message>
        <message>
            <source>Open, or fill an empty place</source>
            <translation>Abrir, ou preencher vazio</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Tentar de novo</translation>
        </message>
        <message>
            <source>Touch up by hand</source>
            <translation>Retocar à mão</translation>
        </message>
        <message>
            <source>Approve, reject; again takes it back</source>
            <translation>Aprovar, rejeitar; de novo: anular</translation>
        </message>
        <message>
            <source>Copy image</source>
            <translation>Copiar imagem</translation>
        </message>
        <message>
            <source>Put into the bin</source>
            <translation>Pôr na lixeira</translation>
        </message>
        <message>
            <source>Close the batch's page</source>
            <translation>Fechar a página do lote</translation>
        </message>
        <message>
            <source>Menu of the card, its row, its column</source>
            <translation>Menu do cartão, linha, coluna</translation>
        </message>
        <message>
            <source>Loupe</source>
            <translation>Lupa</translation>
        </message>
        <message>
            <source>Walk through the images</source>
            <translation>Percorrer as imagens</translation>
        </message>
        <message>
            <source>Hold for the original</source>
            <translation>Segurar: o original</translation>
        </message>
        <message>
            <source>One, slider, side by side</source>
            <translation>Única, divisor, lado a lado</translation>
        </message>
        <message>
            <source>What to compare with</source>
            <translation>Com o que comparar</translation>
        </message>
        <message>
            <source>Move the slider</source>
            <translation>Mover o divisor</translation>
        </message>
        <message>
            <source>Zoom, fit, 100 %</source>
            <translation>Zoom, ajustar, 100 %</translation>
        </message>
        <message>
            <source>Move the image</source>
            <translation>Mover a imagem</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>Dados</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Destacar</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fechar</translation>
        </message>
        <message>
            <source>Touch-up</source>
            <translation>Retoque</translation>
        </message>
        <message>
            <source>Brush size</source>
            <translation>Tamanho do pincel</translation>
        </message>
        <message>
            <source>The other brush</source>
            <translation>O outro pincel</translation>
        </message>
        <message>
            <source>Outline, paint</source>
            <translation>Contorno, pintura</translation>
        </message>
        <message>
            <source>Mask or finished picture</source>
            <translation>Máscara ou imagem pronta</translation>
        </message>
        <message>
            <source>Move the brush</source>
            <translation>Mover o pincel</translation>
        </message>
        <message>
            <source>Begin and end a stroke</source>
            <translation>Começar e terminar um traço</translation>
        </message>
        <message>
            <source>Hold and drag to move</source>
            <translation>Segurar e arrastar para mover</translation>
        </message>
        <message>
            <source>Zoom, fit</source>
            <translation>Zoom, ajustar</translation>
        </message>
        <message>
            <source>Undo, redo</source>
            <translation>Desfazer, refazer</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Trabalhos</translation>
        </message>
        <message>
            <source>Show in the matrix</source>
            <translation>Mostrar na matriz</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Selecionar tudo</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
    </context>
    <context>
        <name>KeysSheet</name>
        <message>
            <source>Keys</source>
            <translation>Teclas</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>Fechar (Esc)</translation>
        </message>
        <message>
            <source>Everything by keyboard</source>
            <translation>Tudo pelo teclado</translation>
        </message>
    </context>
    <context>
        <name>LeaveGuard</name>
        <message>
            <source>Images are still being made</source>
            <translation>Ainda há imagens sendo feitas</translation>
        </message>
        <message>
            <source>Close once more to leave.</source>
            <translation>Feche mais uma vez para sair.</translation>
        </message>
        <message>
            <source>Close, go on next time</source>
            <translation>Fechar e continuar depois</translation>
        </message>
        <message>
            <source>They go on at the next start. What Replicate finishes meanwhile is fetched then; it keeps an image for an hour.</source>
            <translation>Elas continuam no próximo início. O que o Replicate terminar até lá é buscado então; ele guarda cada imagem por uma hora.</translation>
        </message>
        <message>
            <source>They can be made with the window hidden: you are told at the end. Or they go on at the next start; Replicate keeps a finished image for an hour.</source>
            <translation>Podem ser feitas com a janela oculta: você é avisado no fim. Ou continuam no próximo início; o Replicate guarda uma imagem pronta por uma hora.</translation>
        </message>
        <message>
            <source>They can be made with the window hidden: start the program again to see them. Or they go on at the next start; Replicate keeps a finished image for an hour.</source>
            <translation>Podem ser feitas com a janela oculta: inicie o programa de novo para vê-las. Ou continuam no próximo início; o Replicate guarda uma imagem pronta por uma hora.</translation>
        </message>
        <message>
            <source>Keep making them</source>
            <translation>Continuar fazendo</translation>
        </message>
    </context>
    <context>
        <name>LineMenu</name>
        <message>
            <source>Retry what failed ({n})</source>
            <translation>Repetir o que falhou ({n})</translation>
        </message>
        <message>
            <source>Make all again ({n})</source>
            <translation>Fazer tudo de novo ({n})</translation>
        </message>
        <message>
            <source>Cancel what runs ({n})</source>
            <translation>Cancelar o que está em andamento ({n})</translation>
        </message>
        <message>
            <source>Add colors…</source>
            <translation>Adicionar cores…</translation>
        </message>
        <message>
            <source>Add this color to all angles…</source>
            <translation>Adicionar esta cor a todos os ângulos…</translation>
        </message>
    </context>
    <context>
        <name>Loupe</name>
        <message>
            <source>{n} of {m}</source>
            <translation>{n} de {m}</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Image, large</source>
            <translation>Imagem, grande</translation>
        </message>
    </context>
    <context>
        <name>LoupeBar</name>
        <message>
            <source>Zoom out (−)</source>
            <translation>Afastar (−)</translation>
        </message>
        <message>
            <source>Zoom in (+)</source>
            <translation>Aproximar (+)</translation>
        </message>
        <message>
            <source>Compare (V)</source>
            <translation>Comparar (V)</translation>
        </message>
        <message>
            <source>Single</source>
            <translation>Única</translation>
        </message>
        <message>
            <source>Slider</source>
            <translation>Divisor</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Lado a lado</translation>
        </message>
        <message>
            <source>Show or hide what is known (I)</source>
            <translation>Mostrar ou ocultar o que se sabe (I)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>Fechar (Esc)</translation>
        </message>
        <message>
            <source>The whole picture (0), or 100 % (1)</source>
            <translation>A imagem inteira (0), ou 100 % (1)</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Ajustar</translation>
        </message>
        <message>
            <source>{n} %</source>
            <translation>{n} %</translation>
        </message>
        <message>
            <source>Zoom: {zoom}</source>
            <translation>Zoom: {zoom}</translation>
        </message>
        <message>
            <source>Starred</source>
            <translation>Destacada</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Destacar</translation>
        </message>
    </context>
    <context>
        <name>LoupeCanvas</name>
        <message>
            <source>Arrow keys go to other images, Ctrl and an arrow key moves the picture.</source>
            <translation>As setas vão a outras imagens; Ctrl e uma seta movem a imagem.</translation>
        </message>
    </context>
    <context>
        <name>LoupeFacts</name>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Copy the prompt</source>
            <translation>Copiar o prompt</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>Check me</source>
            <translation>Conferir</translation>
        </message>
        <message>
            <source>Copy image</source>
            <translation>Copiar imagem</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Pasta</translation>
        </message>
        <message>
            <source>Show the file in its folder</source>
            <translation>Mostrar o arquivo na pasta</translation>
        </message>
        <message>
            <source>Touch up</source>
            <translation>Retocar</translation>
        </message>
        <message>
            <source>Correct outline and painted parts by hand (T)</source>
            <translation>Corrigir à mão o contorno e as partes pintadas (T)</translation>
        </message>
        <message>
            <source>Make again</source>
            <translation>Fazer de novo</translation>
        </message>
        <message>
            <source>To the bin</source>
            <translation>Para a lixeira</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Content credentials</source>
            <translation>Credenciais de conteúdo</translation>
        </message>
        <message>
            <source>Present, naming nobody</source>
            <translation>Presentes, sem nomear ninguém</translation>
        </message>
        <message>
            <source>What the file says of itself. Its signature is not checked here.</source>
            <translation>O que o arquivo diz de si mesmo. A assinatura não é verificada aqui.</translation>
        </message>
        <message>
            <source>walk through the images</source>
            <translation>percorrer as imagens</translation>
        </message>
        <message>
            <source>hold for the original</source>
            <translation>segurar: o original</translation>
        </message>
        <message>
            <source>compare</source>
            <translation>comparar</translation>
        </message>
        <message>
            <source>zoom, fit, 100 %</source>
            <translation>zoom, ajustar, 100 %</translation>
        </message>
    </context>
    <context>
        <name>LoupeWords</name>
        <message>
            <source>Not made</source>
            <translation>Não feita</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>Made from</source>
            <translation>Feita de</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Preço</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamanho</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Criada</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Arquivo</translation>
        </message>
        <message>
            <source>Studio, on this computer</source>
            <translation>Estúdio, neste computador</translation>
        </message>
        <message>
            <source>{n} photo</source>
            <translation>{n} foto</translation>
        </message>
        <message>
            <source>{n} photos</source>
            <translation>{n} fotos</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Nenhum</translation>
        </message>
        <message>
            <source>About {money}</source>
            <translation>Cerca de {money}</translation>
        </message>
        <message>
            <source>Original color</source>
            <translation>Cor original</translation>
        </message>
        <message>
            <source>Completed in {seconds} s</source>
            <translation>Concluída em {seconds} s</translation>
        </message>
        <message>
            <source>d MMM yyyy, HH:mm</source>
            <translation>d MMM yyyy, HH:mm</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Try with sample photos</source>
            <translation>Testar com fotos de exemplo</translation>
        </message>
    </context>
    <context>
        <name>MatrixModel</name>
        <message>
            <source>row {row} of {rows}</source>
            <translation>linha {row} de {rows}</translation>
        </message>
        <message>
            <source>Original color</source>
            <translation>Cor original</translation>
        </message>
    </context>
    <context>
        <name>MatrixView</name>
        <message>
            <source>Images of the batch, angles by colors</source>
            <translation>Imagens do lote, ângulos por cores</translation>
        </message>
    </context>
    <context>
        <name>Mirror</name>
        <message>
            <source>Mirror: connected</source>
            <translation>Espelho: conectado</translation>
        </message>
        <message>
            <source>Mirror: connecting</source>
            <translation>Espelho: conectando</translation>
        </message>
        <message>
            <source>Mirror: another run sends</source>
            <translation>Espelho: outra instância envia</translation>
        </message>
        <message>
            <source>Mirror: not connected, next try in {seconds} s</source>
            <translation>Espelho: sem conexão, próxima tentativa em {seconds} s</translation>
        </message>
        <message>
            <source>Mirror: {n} event waits</source>
            <translation>Espelho: {n} evento em espera</translation>
        </message>
        <message>
            <source>Mirror: {n} events wait</source>
            <translation>Espelho: {n} eventos em espera</translation>
        </message>
        <message>
            <source>{waiting}, next try in {seconds} s</source>
            <translation>{waiting}, próxima tentativa em {seconds} s</translation>
        </message>
        <message>
            <source>Mirror: refused</source>
            <translation>Espelho: conexão recusada</translation>
        </message>
        <message>
            <source>Mirror: refused — {reason}</source>
            <translation>Espelho: conexão recusada — {reason}</translation>
        </message>
        <message>
            <source>{n} event waits to be sent.</source>
            <translation>{n} evento espera o envio.</translation>
        </message>
        <message>
            <source>{n} events wait to be sent.</source>
            <translation>{n} eventos esperam o envio.</translation>
        </message>
        <message>
            <source>The next try is in {seconds} s.</source>
            <translation>A próxima tentativa é em {seconds} s.</translation>
        </message>
    </context>
    <context>
        <name>MirrorField</name>
        <message>
            <source>Token of the mirror</source>
            <translation>Token do espelho</translation>
        </message>
        <message>
            <source>None. It is only needed where the mirror asks for one.</source>
            <translation>Nenhum. Só é preciso se o espelho o pedir.</translation>
        </message>
    </context>
    <context>
        <name>MonthPill</name>
        <message>
            <source>{spent} this month</source>
            <translation>{spent} este mês</translation>
        </message>
        <message>
            <source>{spent} of {budget} this month</source>
            <translation>{spent} de {budget} este mês</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Copy details</source>
            <translation>Copiar detalhes</translation>
        </message>
        <message>
            <source>Dismiss: {title}</source>
            <translation>Dispensar: {title}</translation>
        </message>
        <message>
            <source>{n} times</source>
            <translation>{n} vezes</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Aviso</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Erro</translation>
        </message>
    </context>
    <context>
        <name>NoticeArea</name>
        <message>
            <source>Dismiss all</source>
            <translation>Dispensar tudo</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <source>and {n} more notice</source>
            <translation>e mais {n} aviso</translation>
        </message>
        <message>
            <source>and {n} more notices</source>
            <translation>e mais {n} avisos</translation>
        </message>
    </context>
    <context>
        <name>OfferList</name>
        <message>
            <source>Choices</source>
            <translation>Opções</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagem</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imagens</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>escolhido</translation>
        </message>
    </context>
    <context>
        <name>PeriodChip</name>
        <message>
            <source>Date</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>Qualquer data</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hoje</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Últimos 7 dias</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Últimos 30 dias</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>Este ano</translation>
        </message>
    </context>
    <context>
        <name>PeriodPopup</name>
        <message>
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Até</translation>
        </message>
    </context>
    <context>
        <name>PhotoMenu</name>
        <message>
            <source>Move left</source>
            <translation>Mover para a esquerda</translation>
        </message>
        <message>
            <source>Move right</source>
            <translation>Mover para a direita</translation>
        </message>
        <message>
            <source>Remove photo</source>
            <translation>Remover foto</translation>
        </message>
        <message>
            <source>Angle not said</source>
            <translation>Ângulo não informado</translation>
        </message>
    </context>
    <context>
        <name>PhotoStrip</name>
        <message>
            <source>Browse for photos</source>
            <translation>Procurar fotos</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>{n} · drop, paste or browse</source>
            <translation>{n} · solte, cole ou procure</translation>
        </message>
        <message>
            <source>drop, paste or browse</source>
            <translation>solte, cole ou procure</translation>
        </message>
    </context>
    <context>
        <name>PhotoTile</name>
        <message>
            <source>{name}, {width} × {height} pixels</source>
            <translation>{name}, {width} × {height} pixels</translation>
        </message>
        <message>
            <source>Shows: {angle}</source>
            <translation>Mostra: {angle}</translation>
        </message>
        <message>
            <source>Click to say which angle it shows; drag to reorder.</source>
            <translation>Clique para informar o ângulo; arraste para reordenar.</translation>
        </message>
        <message>
            <source>Delete removes it, Alt and an arrow moves it.</source>
            <translation>Delete a remove; Alt e uma seta a movem.</translation>
        </message>
    </context>
    <context>
        <name>Pickers</name>
        <message>
            <source>{n} of {m} · all</source>
            <translation>{n} de {m} · todos</translation>
        </message>
        <message>
            <source>{n} of {m} · none</source>
            <translation>{n} de {m} · nenhum</translation>
        </message>
    </context>
    <context>
        <name>PlanView</name>
        <message>
            <source>What will be written</source>
            <translation>O que será salvo</translation>
        </message>
        <message>
            <source>Looking at the images…</source>
            <translation>Verificando as imagens…</translation>
        </message>
        <message>
            <source>Something in the choices needs a look first.</source>
            <translation>Antes é preciso rever algo nas opções.</translation>
        </message>
        <message>
            <source>in {place}</source>
            <translation>em {place}</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>Bom saber</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Arquivos</translation>
        </message>
        <message>
            <source>{n} image is left out</source>
            <translation>{n} imagem fica de fora</translation>
        </message>
        <message>
            <source>{n} images are left out</source>
            <translation>{n} imagens ficam de fora</translation>
        </message>
        <message>
            <source>and {n} more images</source>
            <translation>e mais {n} imagens</translation>
        </message>
    </context>
    <context>
        <name>PopupChip</name>
        <message>
            <source>Delete lets the choice go.</source>
            <translation>Delete desfaz a escolha.</translation>
        </message>
    </context>
    <context>
        <name>PresetsLine</name>
        <message>
            <source>Read the sheets again</source>
            <translation>Ler as planilhas de novo</translation>
        </message>
        <message>
            <source>Reading the sheets…</source>
            <translation>Lendo as planilhas…</translation>
        </message>
    </context>
    <context>
        <name>Problem</name>
        <message>
            <source>Prices not understood</source>
            <translation>Preços não entendidos</translation>
        </message>
        <message>
            <source>The price table {file} cannot be used: {reason}.</source>
            <translation>Não é possível usar a tabela de preços {file}: {reason}.</translation>
        </message>
        <message>
            <source>Mend it, or delete it to go back to the known prices.</source>
            <translation>Corrija-a, ou exclua-a para voltar aos preços conhecidos.</translation>
        </message>
        <message>
            <source>angle failed</source>
            <translation>ângulo com falha</translation>
        </message>
        <message>
            <source>angle canceled</source>
            <translation>ângulo cancelado</translation>
        </message>
        <message>
            <source>Unexpected error</source>
            <translation>Erro inesperado</translation>
        </message>
        <message>
            <source>Something went wrong inside the program; the details are in the log.</source>
            <translation>Algo deu errado dentro do programa; os detalhes estão no registro.</translation>
        </message>
        <message>
            <source>Try this cell again.</source>
            <translation>Tente esta célula de novo.</translation>
        </message>
        <message>
            <source>Broken image</source>
            <translation>Imagem danificada</translation>
        </message>
        <message>
            <source>The finished image could not be read.</source>
            <translation>Não foi possível ler a imagem pronta.</translation>
        </message>
        <message>
            <source>Token not accepted</source>
            <translation>Token não aceito</translation>
        </message>
        <message>
            <source>Replicate does not accept this token.</source>
            <translation>O Replicate não aceita este token.</translation>
        </message>
        <message>
            <source>Check that it was copied whole, or create another at replicate.com/account/api-tokens.</source>
            <translation>Verifique se foi copiado inteiro, ou crie outro em replicate.com/account/api-tokens.</translation>
        </message>
        <message>
            <source>Token not tested</source>
            <translation>Token não testado</translation>
        </message>
        <message>
            <source>Replicate cannot be reached, so the token could not be tested.</source>
            <translation>Não é possível alcançar o Replicate, então o token não pôde ser testado.</translation>
        </message>
        <message>
            <source>The first batch will tell whether it is good.</source>
            <translation>O primeiro lote dirá se ele é válido.</translation>
        </message>
        <message>
            <source>No Replicate token</source>
            <translation>Sem token do Replicate</translation>
        </message>
        <message>
            <source>Replicate makes the images only for those who have a token.</source>
            <translation>O Replicate faz as imagens só para quem tem um token.</translation>
        </message>
        <message>
            <source>Enter your token in the settings, or set REPLICATE_API_TOKEN.</source>
            <translation>Insira seu token nas configurações, ou defina REPLICATE_API_TOKEN.</translation>
        </message>
        <message>
            <source>Enter a valid token in the settings, then start again.</source>
            <translation>Insira um token válido nas configurações e comece de novo.</translation>
        </message>
        <message>
            <source>No credit left</source>
            <translation>Sem crédito</translation>
        </message>
        <message>
            <source>The Replicate account has not enough credit to make this image.</source>
            <translation>A conta do Replicate não tem crédito suficiente para fazer esta imagem.</translation>
        </message>
        <message>
            <source>Add credit at replicate.com/account/billing, wait a few minutes, then try again.</source>
            <translation>Adicione crédito em replicate.com/account/billing, espere alguns minutos e tente de novo.</translation>
        </message>
        <message>
            <source>Photo too large</source>
            <translation>Foto grande demais</translation>
        </message>
        <message>
            <source>Replicate takes files of at most 100 MB.</source>
            <translation>O Replicate aceita arquivos de no máximo 100 MB.</translation>
        </message>
        <message>
            <source>Use a smaller copy of this photo.</source>
            <translation>Use uma cópia menor desta foto.</translation>
        </message>
        <message>
            <source>No image returned</source>
            <translation>Nenhuma imagem recebida</translation>
        </message>
        <message>
            <source>The model ended its work and returned no image.</source>
            <translation>O modelo terminou o trabalho e não devolveu nenhuma imagem.</translation>
        </message>
        <message>
            <source>Try this cell again; that is a new paid attempt.</source>
            <translation>Tente esta célula de novo; será outra tentativa paga.</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Recusada</translation>
        </message>
        <message>
            <source>The model flagged this image as sensitive. It is not tried again by itself.</source>
            <translation>O modelo marcou esta imagem como sensível. Ela não é tentada de novo sozinha.</translation>
        </message>
        <message>
            <source>Use other photos or other instructions.</source>
            <translation>Use outras fotos ou outras instruções.</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>Não começou</translation>
        </message>
        <message>
            <source>Replicate gave up on this image before it began; it was not charged.</source>
            <translation>O Replicate desistiu desta imagem antes de começar; ela não foi cobrada.</translation>
        </message>
        <message>
            <source>Canceled at Replicate</source>
            <translation>Cancelada no Replicate</translation>
        </message>
        <message>
            <source>This image was canceled on Replicate's side.</source>
            <translation>Esta imagem foi cancelada do lado do Replicate.</translation>
        </message>
        <message>
            <source>Service busy</source>
            <translation>Serviço ocupado</translation>
        </message>
        <message>
            <source>The model was interrupted or is overloaded.</source>
            <translation>O modelo foi interrompido ou está sobrecarregado.</translation>
        </message>
        <message>
            <source>Try this cell again in a few minutes; that is a new paid attempt.</source>
            <translation>Tente esta célula de novo em alguns minutos; será outra tentativa paga.</translation>
        </message>
        <message>
            <source>Photo expired</source>
            <translation>Foto expirada</translation>
        </message>
        <message>
            <source>Replicate no longer has the uploaded photo this image is made from.</source>
            <translation>O Replicate não tem mais a foto enviada de que esta imagem é feita.</translation>
        </message>
        <message>
            <source>Try this cell again; the photo is uploaded anew.</source>
            <translation>Tente esta célula de novo; a foto é enviada outra vez.</translation>
        </message>
        <message>
            <source>Result expired</source>
            <translation>Resultado expirado</translation>
        </message>
        <message>
            <source>Replicate has deleted the finished image before it could be downloaded.</source>
            <translation>O Replicate excluiu a imagem pronta antes que pudesse ser baixada.</translation>
        </message>
        <message>
            <source>Outcome unknown</source>
            <translation>Resultado desconhecido</translation>
        </message>
        <message>
            <source>The connection broke while the image was asked for, and Replicate's list cannot tell whether it was accepted.</source>
            <translation>A conexão caiu ao pedir a imagem, e a lista do Replicate não permite saber se ela foi aceita.</translation>
        </message>
        <message>
            <source>Look again, or have it made anew; if it was accepted, that pays for it twice.</source>
            <translation>Procure de novo, ou refaça a imagem; se ela foi aceita, será paga duas vezes.</translation>
        </message>
        <message>
            <source>No answer in time</source>
            <translation>Sem resposta a tempo</translation>
        </message>
        <message>
            <source>Replicate has not finished this image within half an hour.</source>
            <translation>O Replicate não terminou esta imagem em meia hora.</translation>
        </message>
        <message>
            <source>Try this cell again: the same image is looked for first, before a new one is paid.</source>
            <translation>Tente esta célula de novo: primeiro a mesma imagem é procurada, antes de pagar outra.</translation>
        </message>
        <message>
            <source>Never arrived</source>
            <translation>Nunca chegou</translation>
        </message>
        <message>
            <source>The request for this image did not reach Replicate; nothing was charged.</source>
            <translation>O pedido desta imagem não chegou ao Replicate; nada foi cobrado.</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>Cancelada</translation>
        </message>
        <message>
            <source>Canceled after Replicate had begun it: about ${cost} is charged.</source>
            <translation>Cancelada depois que o Replicate começou: cerca de ${cost} são cobrados.</translation>
        </message>
        <message>
            <source>Replicate could not be told, so about ${cost} may be charged.</source>
            <translation>Não foi possível avisar o Replicate, então cerca de ${cost} podem ser cobrados.</translation>
        </message>
        <message>
            <source>If the image is made all the same, the next start of the program fetches it.</source>
            <translation>Se a imagem for feita mesmo assim, o próximo início do programa a busca.</translation>
        </message>
        <message>
            <source>Connection not trusted</source>
            <translation>Conexão não confiável</translation>
        </message>
        <message>
            <source>The certificate of Replicate's address is not trusted by this computer.</source>
            <translation>Este computador não confia no certificado do endereço do Replicate.</translation>
        </message>
        <message>
            <source>Check this computer's date, or ask who runs your network for its certificate.</source>
            <translation>Verifique a data do computador, ou peça o certificado a quem administra sua rede.</translation>
        </message>
        <message>
            <source>Model failed</source>
            <translation>O modelo falhou</translation>
        </message>
        <message>
            <source>The model says: {error}</source>
            <translation>O modelo diz: {error}</translation>
        </message>
        <message>
            <source>Replicate refused the request ({status}): {detail}</source>
            <translation>O Replicate recusou o pedido ({status}): {detail}</translation>
        </message>
        <message>
            <source>Check the model in the settings and the instructions, then try again.</source>
            <translation>Verifique o modelo nas configurações e as instruções, e tente de novo.</translation>
        </message>
        <message>
            <source>Model not available</source>
            <translation>Modelo indisponível</translation>
        </message>
        <message>
            <source>Replicate has no model {model}; it may have been withdrawn.</source>
            <translation>O Replicate não tem o modelo {model}; talvez tenha sido retirado.</translation>
        </message>
        <message>
            <source>Choose another under Settings, Model: google/nano-banana-2 or google/nano-banana-pro take the same photos and prompts.</source>
            <translation>Escolha outro em Configurações, Modelo: google/nano-banana-2 ou google/nano-banana-pro usam as mesmas fotos e prompts.</translation>
        </message>
        <message>
            <source>Download failed</source>
            <translation>Falha ao baixar</translation>
        </message>
        <message>
            <source>The image is made, but it could not be downloaded.</source>
            <translation>A imagem está feita, mas não pôde ser baixada.</translation>
        </message>
        <message>
            <source>Check the network; Replicate keeps the image for an hour.</source>
            <translation>Verifique a rede; o Replicate guarda a imagem por uma hora.</translation>
        </message>
        <message>
            <source>Studio not ready</source>
            <translation>Estúdio indisponível</translation>
        </message>
        <message>
            <source>The file with the studio engine's model is missing or damaged.</source>
            <translation>O arquivo com o modelo do motor Estúdio está faltando ou danificado.</translation>
        </message>
        <message>
            <source>Install the program again, or choose the other engine.</source>
            <translation>Instale o programa de novo, ou escolha o outro motor.</translation>
        </message>
        <message>
            <source>No car found</source>
            <translation>Nenhum carro encontrado</translation>
        </message>
        <message>
            <source>No car could be told from the background in {photo}.</source>
            <translation>Não foi possível distinguir um carro do fundo em {photo}.</translation>
        </message>
        <message>
            <source>Use a photo that shows the whole car, clear of other cars.</source>
            <translation>Use uma foto que mostre o carro inteiro, longe de outros.</translation>
        </message>
        <message>
            <source>Photo too small</source>
            <translation>Foto pequena demais</translation>
        </message>
        <message>
            <source>{photo} is only {width} × {height} pixels.</source>
            <translation>{photo} tem só {width} × {height} pixels.</translation>
        </message>
        <message>
            <source>Use a larger version of the photo.</source>
            <translation>Use uma versão maior da foto.</translation>
        </message>
        <message>
            <source>{photo} has {megapixels} million pixels, more than this engine can open.</source>
            <translation>{photo} tem {megapixels} milhões de pixels, mais do que este motor consegue abrir.</translation>
        </message>
        <message>
            <source>Use a smaller version of the photo.</source>
            <translation>Use uma versão menor da foto.</translation>
        </message>
        <message>
            <source>Unknown color</source>
            <translation>Cor desconhecida</translation>
        </message>
        <message>
            <source>“{value}” names no color the studio engine knows.</source>
            <translation>“{value}” não é uma cor que o motor Estúdio conheça.</translation>
        </message>
        <message>
            <source>Add a hex code to the color preset, like #C00000.</source>
            <translation>Adicione um código hex à predefinição de cor, como #C00000.</translation>
        </message>
        <message>
            <source>Studio stopped</source>
            <translation>O estúdio parou</translation>
        </message>
        <message>
            <source>The work on this picture ended unexpectedly, perhaps for lack of memory.</source>
            <translation>O trabalho nesta imagem terminou de forma inesperada, talvez por falta de memória.</translation>
        </message>
        <message>
            <source>Close other programs and try this cell again.</source>
            <translation>Feche outros programas e tente esta célula de novo.</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>Não foi salva</translation>
        </message>
        <message>
            <source>The picture could not be written to the disk.</source>
            <translation>Não foi possível gravar a imagem no disco.</translation>
        </message>
        <message>
            <source>Make room on the disk, then try this cell again.</source>
            <translation>Libere espaço no disco e tente esta célula de novo.</translation>
        </message>
        <message>
            <source>No photo</source>
            <translation>Sem foto</translation>
        </message>
        <message>
            <source>The studio engine needs at least one photo of the car.</source>
            <translation>O motor Estúdio precisa de pelo menos uma foto do carro.</translation>
        </message>
        <message>
            <source>Add a photo and start again.</source>
            <translation>Adicione uma foto e comece de novo.</translation>
        </message>
        <message>
            <source>Nothing to touch up</source>
            <translation>Nada para retocar</translation>
        </message>
        <message>
            <source>The photo and the outline behind this picture are no longer kept.</source>
            <translation>A foto e o contorno desta imagem não são mais guardados.</translation>
        </message>
        <message>
            <source>Make the picture again, then touch it up.</source>
            <translation>Faça a imagem de novo e depois retoque-a.</translation>
        </message>
        <message>
            <source>Too many bytes</source>
            <translation>Bytes demais</translation>
        </message>
        <message>
            <source>No quality and size that {profile} takes stays within {limit} MB.</source>
            <translation>Nenhuma qualidade e tamanho que {profile} aceita cabe em {limit} MB.</translation>
        </message>
        <message>
            <source>Raise most_megabytes or lower least_quality in the export profile.</source>
            <translation>Aumente most_megabytes ou reduza least_quality no perfil de exportação.</translation>
        </message>
        <message>
            <source>Too small</source>
            <translation>Pequena demais</translation>
        </message>
        <message>
            <source>The long side has {have} pixels, and {profile} takes no fewer than {least}.</source>
            <translation>O lado maior tem {have} pixels, e {profile} não aceita menos de {least}.</translation>
        </message>
        <message>
            <source>Allow it to be enlarged, or use another profile.</source>
            <translation>Permita ampliá-la, ou use outro perfil.</translation>
        </message>
        <message>
            <source>Rather small</source>
            <translation>Um pouco pequena</translation>
        </message>
        <message>
            <source>The long side has {have} pixels, and {profile} advises {least}.</source>
            <translation>O lado maior tem {have} pixels, e {profile} recomenda {least}.</translation>
        </message>
        <message>
            <source>Enlarged</source>
            <translation>Ampliada</translation>
        </message>
        <message>
            <source>The image is made {factor} times as large; it gains no detail.</source>
            <translation>A imagem é ampliada {factor} vezes; não ganha detalhe.</translation>
        </message>
        <message>
            <source>Another shape</source>
            <translation>Outra proporção</translation>
        </message>
        <message>
            <source>A crop to {wanted}:1 would cut the car, so the image has {got}:1.</source>
            <translation>Um corte para {wanted}:1 cortaria o carro, então a imagem tem {got}:1.</translation>
        </message>
        <message>
            <source>Bars added</source>
            <translation>Faixas adicionadas</translation>
        </message>
        <message>
            <source>A crop would cut the car, so bars were added.</source>
            <translation>Um corte cortaria o carro, então faixas foram adicionadas.</translation>
        </message>
        <message>
            <source>Backdrop continued</source>
            <translation>Fundo prolongado</translation>
        </message>
        <message>
            <source>The plain backdrop was continued, so that the car keeps its room.</source>
            <translation>O fundo liso foi prolongado, para que o carro mantenha seu espaço.</translation>
        </message>
        <message>
            <source>Little room</source>
            <translation>Pouco espaço</translation>
        </message>
        <message>
            <source>The car takes {share} % of the width; 80 % or less is better.</source>
            <translation>O carro ocupa {share} % da largura; 80 % ou menos é melhor.</translation>
        </message>
        <message>
            <source>Not cut out</source>
            <translation>Não recortada</translation>
        </message>
        <message>
            <source>The car's outline is not known, so the image stays as it is.</source>
            <translation>O contorno do carro não é conhecido, então a imagem fica como está.</translation>
        </message>
        <message>
            <source>Look at it twice</source>
            <translation>Olhe duas vezes</translation>
        </message>
        <message>
            <source>The program's own check has doubts: {doubt}</source>
            <translation>A verificação do próprio programa tem dúvidas: {doubt}</translation>
        </message>
        <message>
            <source>Made smaller</source>
            <translation>Reduzida</translation>
        </message>
        <message>
            <source>To stay within the byte limit, the image has {width} × {height} pixels.</source>
            <translation>Para ficar no limite de bytes, a imagem tem {width} × {height} pixels.</translation>
        </message>
        <message>
            <source>Image not readable</source>
            <translation>Imagem ilegível</translation>
        </message>
        <message>
            <source>The image's file is gone or damaged.</source>
            <translation>O arquivo da imagem sumiu ou está danificado.</translation>
        </message>
        <message>
            <source>Make the image again, or check the gallery.</source>
            <translation>Faça a imagem de novo, ou verifique a galeria.</translation>
        </message>
        <message>
            <source>Names not understood</source>
            <translation>Nomes não entendidos</translation>
        </message>
        <message>
            <source>No file can be named “{template}”: {reason}.</source>
            <translation>Nenhum arquivo pode se chamar “{template}”: {reason}.</translation>
        </message>
        <message>
            <source>Use {{car}}, {{stock}}, {{angle}}, {{color}}, {{n:02}} and {{date}}.</source>
            <translation>Use {{car}}, {{stock}}, {{angle}}, {{color}}, {{n:02}} e {{date}}.</translation>
        </message>
        <message>
            <source>Nothing to export</source>
            <translation>Nada para exportar</translation>
        </message>
        <message>
            <source>There is no such image in the gallery.</source>
            <translation>Não há nenhuma imagem assim na galeria.</translation>
        </message>
        <message>
            <source>Choose another batch or car, or approve some images first.</source>
            <translation>Escolha outro lote ou carro, ou aprove antes algumas imagens.</translation>
        </message>
        <message>
            <source>File damaged</source>
            <translation>Arquivo danificado</translation>
        </message>
        <message>
            <source>The image's file is damaged and was set aside.</source>
            <translation>O arquivo da imagem está danificado e foi posto de lado.</translation>
        </message>
        <message>
            <source>Make the image again.</source>
            <translation>Faça a imagem de novo.</translation>
        </message>
        <message>
            <source>Origin unknown</source>
            <translation>Origem desconhecida</translation>
        </message>
        <message>
            <source>The picture was found in the gallery's folder; this program did not make it.</source>
            <translation>A imagem foi encontrada na pasta da galeria; não foi feita por este programa.</translation>
        </message>
        <message>
            <source>Select it by hand in the gallery to export it all the same.</source>
            <translation>Selecione-a à mão na galeria para exportá-la mesmo assim.</translation>
        </message>
        <message>
            <source>No such export profile</source>
            <translation>Não existe esse perfil de exportação</translation>
        </message>
        <message>
            <source>There is no export profile “{profile}”.</source>
            <translation>Não há nenhum perfil de exportação “{profile}”.</translation>
        </message>
        <message>
            <source>Choose one of {known}.</source>
            <translation>Escolha um destes: {known}.</translation>
        </message>
        <message>
            <source>No such language</source>
            <translation>Não existe esse idioma</translation>
        </message>
        <message>
            <source>There is no disclosure text in “{language}”.</source>
            <translation>Não há texto de aviso em “{language}”.</translation>
        </message>
        <message>
            <source>Rejected images</source>
            <translation>Imagens rejeitadas</translation>
        </message>
        <message>
            <source>Rejected images that are left out: {count}.</source>
            <translation>Imagens rejeitadas que ficam de fora: {count}.</translation>
        </message>
        <message>
            <source>Too many images</source>
            <translation>Imagens demais</translation>
        </message>
        <message>
            <source>{profile} takes at most {most} images of one car.</source>
            <translation>{profile} aceita no máximo {most} imagens de um carro.</translation>
        </message>
        <message>
            <source>Choose fewer, or approve the best and export those alone.</source>
            <translation>Escolha menos, ou aprove as melhores e exporte só essas.</translation>
        </message>
        <message>
            <source>No main image</source>
            <translation>Sem imagem principal</translation>
        </message>
        <message>
            <source>Every image shows the car in another color, and {profile} takes none of these as the main image.</source>
            <translation>Todas as imagens mostram o carro em outra cor, e {profile} não aceita nenhuma delas como principal.</translation>
        </message>
        <message>
            <source>Add an angle in the car's own color, or insist.</source>
            <translation>Adicione um ângulo na cor própria do carro, ou insista.</translation>
        </message>
        <message>
            <source>Another main image</source>
            <translation>Outra imagem principal</translation>
        </message>
        <message>
            <source>{profile} takes no recolored image as the main one, so another comes first.</source>
            <translation>{profile} não aceita uma imagem recolorida como principal, então outra vem primeiro.</translation>
        </message>
        <message>
            <source>Insist if you want it all the same.</source>
            <translation>Insista se a quiser mesmo assim.</translation>
        </message>
        <message>
            <source>Not the actual car</source>
            <translation>Não é o carro real</translation>
        </message>
        <message>
            <source>{profile} wants photos of the very car that is sold. Images whose camera angle was made by AI: {views}.</source>
            <translation>{profile} quer fotos do próprio carro à venda. Imagens cujo ângulo de câmera foi criado por IA: {views}.</translation>
        </message>
        <message>
            <source>{profile} wants photos of the very car that is sold. Images in another color than the car's own: {colors}.</source>
            <translation>{profile} quer fotos do próprio carro à venda. Imagens em cor diferente da original: {colors}.</translation>
        </message>
        <message>
            <source>{profile} wants photos of the very car that is sold. Images whose camera angle was made by AI: {views}. Images in another color than the car's own: {colors}.</source>
            <translation>{profile} quer fotos do próprio carro à venda. Imagens cujo ângulo de câmera foi criado por IA: {views}. Imagens em cor diferente da original: {colors}.</translation>
        </message>
        <message>
            <source>Say so in the listing, and show photos of the car too.</source>
            <translation>Informe isso no anúncio, e mostre também fotos do carro.</translation>
        </message>
        <message>
            <source>Nobody knows how these images were made; they are marked as made by AI: {count}.</source>
            <translation>Não se sabe como estas imagens foram feitas; são marcadas como feitas por IA: {count}.</translation>
        </message>
        <message>
            <source>No text on the images</source>
            <translation>Sem texto nas imagens</translation>
        </message>
        <message>
            <source>{profile} forbids text on images; the disclosure is in a file beside them.</source>
            <translation>{profile} proíbe texto nas imagens; o aviso está em um arquivo à parte.</translation>
        </message>
        <message>
            <source>Inside the gallery</source>
            <translation>Dentro da galeria</translation>
        </message>
        <message>
            <source>{target} is inside the gallery, where only the received images are.</source>
            <translation>{target} está dentro da galeria, onde só ficam as imagens recebidas.</translation>
        </message>
        <message>
            <source>Choose another place.</source>
            <translation>Escolha outro lugar.</translation>
        </message>
        <message>
            <source>Names taken</source>
            <translation>Nomes ocupados</translation>
        </message>
        <message>
            <source>Some of these names are taken there, so everything goes to {place}.</source>
            <translation>Alguns destes nomes já estão ocupados ali, então tudo vai para {place}.</translation>
        </message>
        <message>
            <source>Not taken</source>
            <translation>Não aceito</translation>
        </message>
        <message>
            <source>{profile} does not take the file. {faults}</source>
            <translation>{profile} não aceita o arquivo. {faults}</translation>
        </message>
        <message>
            <source>Change the export profile, or choose another.</source>
            <translation>Mude o perfil de exportação, ou escolha outro.</translation>
        </message>
        <message>
            <source>Files of these names have come to {place} meanwhile.</source>
            <translation>Enquanto isso, arquivos com estes nomes chegaram a {place}.</translation>
        </message>
        <message>
            <source>Export again.</source>
            <translation>Exporte de novo.</translation>
        </message>
        <message>
            <source>Disk full</source>
            <translation>Disco cheio</translation>
        </message>
        <message>
            <source>Export not written</source>
            <translation>Exportação não salva</translation>
        </message>
        <message>
            <source>Nothing was exported to {place}: {error}.</source>
            <translation>Nada foi exportado para {place}: {error}.</translation>
        </message>
        <message>
            <source>Make room, or choose another place.</source>
            <translation>Libere espaço, ou escolha outro lugar.</translation>
        </message>
        <message>
            <source>Choose another place, or make this one writable.</source>
            <translation>Escolha outro lugar, ou permita gravar neste.</translation>
        </message>
        <message>
            <source>Export profiles not understood</source>
            <translation>Perfis de exportação não entendidos</translation>
        </message>
        <message>
            <source>The file {file} cannot be used: {reason}.</source>
            <translation>Não é possível usar o arquivo {file}: {reason}.</translation>
        </message>
        <message>
            <source>Mend it, or delete it to go back to the shipped profiles.</source>
            <translation>Corrija-o, ou exclua-o para voltar aos perfis originais.</translation>
        </message>
        <message>
            <source>The profile “{profile}” in {file} cannot be used: {reason}.</source>
            <translation>Não é possível usar o perfil “{profile}” de {file}: {reason}.</translation>
        </message>
        <message>
            <source>Gallery not writable</source>
            <translation>Galeria sem permissão de escrita</translation>
        </message>
        <message>
            <source>No file can be written to {folder}: {error}.</source>
            <translation>Não é possível gravar arquivos em {folder}: {error}.</translation>
        </message>
        <message>
            <source>Choose another gallery folder in the settings, or make this one writable.</source>
            <translation>Escolha outra pasta da galeria nas configurações, ou permita gravar nesta.</translation>
        </message>
        <message>
            <source>No gallery</source>
            <translation>Sem galeria</translation>
        </message>
        <message>
            <source>{folder} is not a folder.</source>
            <translation>{folder} não é uma pasta.</translation>
        </message>
        <message>
            <source>Choose another gallery folder in the settings.</source>
            <translation>Escolha outra pasta da galeria nas configurações.</translation>
        </message>
        <message>
            <source>Ledger not written</source>
            <translation>Gastos não salvos</translation>
        </message>
        <message>
            <source>The file {file} cannot be written: {error}.</source>
            <translation>Não é possível gravar o arquivo {file}: {error}.</translation>
        </message>
        <message>
            <source>Choose another place for it.</source>
            <translation>Escolha outro lugar para ele.</translation>
        </message>
        <message>
            <source>Bin not emptied</source>
            <translation>A lixeira não foi esvaziada</translation>
        </message>
        <message>
            <source>The system's recycle bin did not take {file}: {error}.</source>
            <translation>A lixeira do sistema não aceitou {file}: {error}.</translation>
        </message>
        <message>
            <source>Check the permissions of the gallery folder, then empty the bin again.</source>
            <translation>Verifique as permissões da pasta da galeria e esvazie a lixeira de novo.</translation>
        </message>
        <message>
            <source>Profile not usable</source>
            <translation>Perfil inutilizável</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be used: {error}.</source>
            <translation>Não é possível usar a pasta {folder}: {error}.</translation>
        </message>
        <message>
            <source>Choose another folder with --profile, or make this one writable.</source>
            <translation>Escolha outra pasta com --profile, ou permita gravar nesta.</translation>
        </message>
        <message>
            <source>Mirror address not understood</source>
            <translation>Endereço do espelho não entendido</translation>
        </message>
        <message>
            <source>The mirror's address in the settings is no WebSocket address.</source>
            <translation>O endereço do espelho nas configurações não é um endereço WebSocket.</translation>
        </message>
        <message>
            <source>Enter one that begins with wss:// or ws://, or nothing for no mirror.</source>
            <translation>Insira um que comece com wss:// ou ws://, ou nada para não ter espelho.</translation>
        </message>
        <message>
            <source>Mirror token not understood</source>
            <translation>Token do espelho não entendido</translation>
        </message>
        <message>
            <source>The token for {address} is no token: it has characters that cannot be sent.</source>
            <translation>O token para {address} não é um token: tem caracteres que não podem ser enviados.</translation>
        </message>
        <message>
            <source>Enter the mirror's token again.</source>
            <translation>Insira de novo o token do espelho.</translation>
        </message>
        <message>
            <source>Mirror interrupted</source>
            <translation>Espelho interrompido</translation>
        </message>
        <message>
            <source>The events are kept and sent at the next try.</source>
            <translation>Os eventos são guardados e enviados na próxima tentativa.</translation>
        </message>
        <message>
            <source>Mirror not encrypted</source>
            <translation>Espelho sem criptografia</translation>
        </message>
        <message>
            <source>The mirror's token is not sent to {address}, where others could read it.</source>
            <translation>O token do espelho não é enviado a {address}, onde outros poderiam lê-lo.</translation>
        </message>
        <message>
            <source>Use a wss:// address, or remove the mirror's token.</source>
            <translation>Use um endereço wss://, ou remova o token do espelho.</translation>
        </message>
        <message>
            <source>Mirror not reached</source>
            <translation>Espelho inacessível</translation>
        </message>
        <message>
            <source>{address} is not connected: {reason}.</source>
            <translation>{address} não está conectado: {reason}.</translation>
        </message>
        <message>
            <source>The events are kept and sent when it answers again.</source>
            <translation>Os eventos são guardados e enviados quando ele voltar a responder.</translation>
        </message>
        <message>
            <source>Mirror refused</source>
            <translation>O espelho recusou a conexão</translation>
        </message>
        <message>
            <source>{address} does not take the connection: {reason}.</source>
            <translation>{address} não aceita a conexão: {reason}.</translation>
        </message>
        <message>
            <source>Check the mirror's address and token. The events are kept.</source>
            <translation>Verifique o endereço e o token do espelho. Os eventos são guardados.</translation>
        </message>
        <message>
            <source>Mirror not trusted</source>
            <translation>Espelho não confiável</translation>
        </message>
        <message>
            <source>The certificate of {address} is not trusted: {reason}.</source>
            <translation>O certificado de {address} não é confiável: {reason}.</translation>
        </message>
        <message>
            <source>Install its authority on this computer, or correct the address.</source>
            <translation>Instale a autoridade dele neste computador, ou corrija o endereço.</translation>
        </message>
        <message>
            <source>No room for a copy</source>
            <translation>Sem espaço para uma cópia</translation>
        </message>
        <message>
            <source>The photo's copy to be sent cannot be written to {folder}: {error}.</source>
            <translation>Não é possível gravar em {folder} a cópia da foto a enviar: {error}.</translation>
        </message>
        <message>
            <source>Free some space there, then retry.</source>
            <translation>Libere espaço ali e tente de novo.</translation>
        </message>
        <message>
            <source>{name} not used</source>
            <translation>{name} não foi usada</translation>
        </message>
        <message>
            <source>{reason}.</source>
            <translation>{reason}.</translation>
        </message>
        <message>
            <source>Choose a JPEG, PNG, WebP, HEIC, AVIF or TIFF file.</source>
            <translation>Escolha um arquivo JPEG, PNG, WebP, HEIC, AVIF ou TIFF.</translation>
        </message>
        <message>
            <source>No photos</source>
            <translation>Sem fotos</translation>
        </message>
        <message>
            <source>There is no photo to work from.</source>
            <translation>Não há nenhuma foto com que trabalhar.</translation>
        </message>
        <message>
            <source>Add at least one photo of the car.</source>
            <translation>Adicione pelo menos uma foto do carro.</translation>
        </message>
        <message>
            <source>No angles</source>
            <translation>Sem ângulos</translation>
        </message>
        <message>
            <source>No camera angle is chosen.</source>
            <translation>Nenhum ângulo de câmera foi escolhido.</translation>
        </message>
        <message>
            <source>Choose at least one angle.</source>
            <translation>Escolha pelo menos um ângulo.</translation>
        </message>
        <message>
            <source>Unknown key</source>
            <translation>Chave desconhecida</translation>
        </message>
        <message>
            <source>The {sheet} have no key {key}.</source>
            <translation>A chave {key} não existe em: {sheet}.</translation>
        </message>
        <message>
            <source>Known are: {known}.</source>
            <translation>São conhecidas: {known}.</translation>
        </message>
        <message>
            <source>Missing global prompts from CSV</source>
            <translation>Faltam os prompts globais do CSV</translation>
        </message>
        <message>
            <source>The global prompts sheet has no usable row {rows}.</source>
            <translation>A planilha de prompts globais não tem uma linha {rows} utilizável.</translation>
        </message>
        <message>
            <source>Add the row to the sheet with its prompt_template, then reload the presets.</source>
            <translation>Adicione a linha à planilha com seu prompt_template e recarregue as predefinições.</translation>
        </message>
        <message>
            <source>Budget not understood</source>
            <translation>Orçamento não entendido</translation>
        </message>
        <message>
            <source>The budget in the settings, “{text}”, is no amount of money.</source>
            <translation>O orçamento das configurações, “{text}”, não é uma quantia em dinheiro.</translation>
        </message>
        <message>
            <source>Enter a number of US dollars, or nothing for no limit.</source>
            <translation>Insira um valor em dólares, ou nada para não ter limite.</translation>
        </message>
        <message>
            <source>Settings not readable</source>
            <translation>Configurações ilegíveis</translation>
        </message>
        <message>
            <source>The file {path} cannot be understood: {error}.</source>
            <translation>Não é possível entender o arquivo {path}: {error}.</translation>
        </message>
        <message>
            <source>Mend it, or delete it to start from the defaults.</source>
            <translation>Corrija-o, ou exclua-o para começar com os valores iniciais.</translation>
        </message>
        <message>
            <source>Settings not saved</source>
            <translation>Configurações não salvas</translation>
        </message>
        <message>
            <source>The file {path} cannot be written: {error}.</source>
            <translation>Não é possível gravar o arquivo {path}: {error}.</translation>
        </message>
        <message>
            <source>Check the folder's permissions and the free space, then save again.</source>
            <translation>Verifique as permissões da pasta e o espaço livre, e salve de novo.</translation>
        </message>
        <message>
            <source>Database not usable</source>
            <translation>Banco de dados inutilizável</translation>
        </message>
        <message>
            <source>The file {path} cannot be used: {error}.</source>
            <translation>Não é possível usar o arquivo {path}: {error}.</translation>
        </message>
        <message>
            <source>Check the free space and the folder's permissions, then start again.</source>
            <translation>Verifique o espaço livre e as permissões da pasta, e comece de novo.</translation>
        </message>
        <message>
            <source>Database too new</source>
            <translation>Banco de dados novo demais</translation>
        </message>
        <message>
            <source>The file {path} was written by a newer version of the program.</source>
            <translation>Uma versão mais nova do programa gravou o arquivo {path}.</translation>
        </message>
        <message>
            <source>Install that version again, or start with another --profile folder.</source>
            <translation>Instale aquela versão de novo, ou inicie com outra pasta com --profile.</translation>
        </message>
        <message>
            <source>Batch at work</source>
            <translation>Lote em andamento</translation>
        </message>
        <message>
            <source>Another run of the program is working on this batch.</source>
            <translation>Outra execução do programa trabalha neste lote.</translation>
        </message>
        <message>
            <source>Wait until it has ended.</source>
            <translation>Espere até que termine.</translation>
        </message>
        <message>
            <source>No such batch</source>
            <translation>Não existe esse lote</translation>
        </message>
        <message>
            <source>There is no batch {batch} in this profile.</source>
            <translation>Não há nenhum lote {batch} neste perfil.</translation>
        </message>
        <message>
            <source>Price unknown</source>
            <translation>Preço desconhecido</translation>
        </message>
        <message>
            <source>There is a budget, but nobody has said what an image of this model costs.</source>
            <translation>Há um orçamento, mas não se sabe quanto custa uma imagem deste modelo.</translation>
        </message>
        <message>
            <source>Enter the model's price in the price table, or set the budget to nothing.</source>
            <translation>Insira o preço do modelo na tabela de preços, ou deixe o orçamento vazio.</translation>
        </message>
        <message>
            <source>Over the budget</source>
            <translation>Acima do orçamento</translation>
        </message>
        <message>
            <source>This would cost about ${wanted}; of this month's ${budget} only ${left} is left.</source>
            <translation>Isto custaria cerca de ${wanted}; dos ${budget} deste mês só restam ${left}.</translation>
        </message>
        <message>
            <source>Choose fewer images, or raise the budget in the settings.</source>
            <translation>Escolha menos imagens, ou aumente o orçamento nas configurações.</translation>
        </message>
        <message>
            <source>No place</source>
            <translation>Sem destino</translation>
        </message>
        <message>
            <source>An export needs a folder or a ZIP file.</source>
            <translation>Uma exportação precisa de uma pasta ou de um arquivo ZIP.</translation>
        </message>
        <message>
            <source>Name one, or choose it.</source>
            <translation>Digite um caminho, ou escolha um.</translation>
        </message>
        <message>
            <source>Already open</source>
            <translation>Já está aberto</translation>
        </message>
        <message>
            <source>The window that is open on the profile {folder} does not answer.</source>
            <translation>A janela aberta com o perfil {folder} não responde.</translation>
        </message>
        <message>
            <source>Wait a moment and start again, or end that program first.</source>
            <translation>Espere um momento e inicie de novo, ou encerre antes aquele programa.</translation>
        </message>
        <message>
            <source>Not an address</source>
            <translation>Não é um endereço</translation>
        </message>
        <message>
            <source>This is no address of a sheet.</source>
            <translation>Isto não é o endereço de uma planilha.</translation>
        </message>
        <message>
            <source>It begins with https://, http:// or file://.</source>
            <translation>Começa com https://, http:// ou file://.</translation>
        </message>
        <message>
            <source>Not a model</source>
            <translation>Não é um modelo</translation>
        </message>
        <message>
            <source>This is no name of a model.</source>
            <translation>Isto não é o nome de um modelo.</translation>
        </message>
        <message>
            <source>Write it as owner/name, as in google/nano-banana.</source>
            <translation>Escreva como dono/nome, por exemplo google/nano-banana.</translation>
        </message>
        <message>
            <source>No folder</source>
            <translation>Sem pasta</translation>
        </message>
        <message>
            <source>Finished images need a folder.</source>
            <translation>As imagens prontas precisam de uma pasta.</translation>
        </message>
        <message>
            <source>Name one, or choose it with Browse.</source>
            <translation>Informe uma, ou escolha com Procurar.</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>Progress</source>
            <translation>Progresso</translation>
        </message>
    </context>
    <context>
        <name>QShortcut</name>
        <message>
            <source>Ctrl</source>
            <translation>Ctrl</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>Alt</source>
            <translation>Alt</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espaço</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>←</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>→</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>↑</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>↓</translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message>
            <source>{name} refused: {reason}</source>
            <translation>{name} recusada: {reason}</translation>
        </message>
        <message>
            <source>Dismiss {name}</source>
            <translation>Dispensar {name}</translation>
        </message>
    </context>
    <context>
        <name>Refusals</name>
        <message>
            <source>Dismiss all</source>
            <translation>Dispensar tudo</translation>
        </message>
        <message>
            <source>and {n} more file</source>
            <translation>e mais {n} arquivo</translation>
        </message>
        <message>
            <source>and {n} more files</source>
            <translation>e mais {n} arquivos</translation>
        </message>
    </context>
    <context>
        <name>Remark</name>
        <message>
            <source>Uploading photos</source>
            <translation>Enviando fotos</translation>
        </message>
        <message>
            <source>Rate limited</source>
            <translation>Limite de uso</translation>
        </message>
        <message>
            <source>Offline: waiting for the connection</source>
            <translation>Sem conexão: à espera da rede</translation>
        </message>
        <message>
            <source>Replicate answers with errors; trying again</source>
            <translation>O Replicate responde com erros; tentando de novo</translation>
        </message>
        <message>
            <source>The answer was lost; looking for it at Replicate</source>
            <translation>A resposta se perdeu; procurando no Replicate</translation>
        </message>
        <message>
            <source>Looking for it at Replicate</source>
            <translation>Procurando no Replicate</translation>
        </message>
        <message>
            <source>Made; trying to download it while Replicate keeps it</source>
            <translation>Feita; tentando baixar enquanto o Replicate a guarda</translation>
        </message>
        <message>
            <source>Canceling</source>
            <translation>Cancelando</translation>
        </message>
        <message>
            <source>Interrupted; waits for you to go on</source>
            <translation>Interrompida; espera que você continue</translation>
        </message>
        <message>
            <source>Waiting until {folder} can be written to: {error}</source>
            <translation>À espera de poder gravar em {folder}: {error}</translation>
        </message>
        <message>
            <source>Waiting until {path} can be written to: {error}</source>
            <translation>À espera de poder gravar em {path}: {error}</translation>
        </message>
        <message>
            <source>Local preview, made on this computer from photo {n} ({name}). The camera angle is unchanged.</source>
            <translation>Prévia local, feita neste computador com a foto {n} ({name}). O ângulo da câmera não muda.</translation>
        </message>
        <message>
            <source>Local preview, made on this computer from photo {n} ({name}). The camera angle is unchanged; the color is an approximation.</source>
            <translation>Prévia local, feita neste computador com a foto {n} ({name}). O ângulo da câmera não muda; a cor é aproximada.</translation>
        </message>
        <message>
            <source>Found in the gallery</source>
            <translation>Encontrada na galeria</translation>
        </message>
        <message>
            <source>Found in the gallery; marked there as made by AI</source>
            <translation>Encontrada na galeria; marcada ali como feita por IA</translation>
        </message>
        <message>
            <source>The image's file is damaged and was set aside.</source>
            <translation>O arquivo da imagem está danificado e foi posto de lado.</translation>
        </message>
        <message>
            <source>There is no photo of this side, so photo {n} stands in. Add one, tag it and generate a new batch.</source>
            <translation>Não há foto deste lado; a foto {n} a substitui. Adicione uma, marque o ângulo e gere um novo lote.</translation>
        </message>
        <message>
            <source>Photo {n} has no tag: please check that it shows this side, or tag it with its angle.</source>
            <translation>A foto {n} não tem ângulo marcado: confira se mostra este lado, ou marque o ângulo.</translation>
        </message>
        <message>
            <source>The photo's border cuts the car off.</source>
            <translation>A borda da foto corta o carro.</translation>
        </message>
        <message>
            <source>The outline is hard to tell from the background: please check it.</source>
            <translation>O contorno mal se distingue do fundo: confira-o.</translation>
        </message>
        <message>
            <source>There is more than one car in the photo; the largest was taken.</source>
            <translation>Há mais de um carro na foto; o maior foi usado.</translation>
        </message>
        <message>
            <source>The car is small in the photo, so the picture is soft.</source>
            <translation>O carro é pequeno na foto, por isso a imagem é pouco nítida.</translation>
        </message>
        <message>
            <source>The body has little color of its own: please check which parts are painted.</source>
            <translation>A carroceria tem pouca cor própria: confira quais partes são pintadas.</translation>
        </message>
        <message>
            <source>The painted parts could not be told well: please check them.</source>
            <translation>Não foi possível distinguir bem as partes pintadas: confira-as.</translation>
        </message>
        <message>
            <source>Measured paint is ΔE {n} from the preset; it may look different from what the customer expects.</source>
            <translation>A pintura medida difere ΔE {n} da predefinição; pode parecer diferente do que o cliente espera.</translation>
        </message>
        <message>
            <source>The car may not have been repainted: the image hardly differs from its angle's.</source>
            <translation>Talvez o carro não tenha sido repintado: a imagem mal difere da do seu ângulo.</translation>
        </message>
        <message>
            <source>The car may be mirrored: it fits its source better with left and right exchanged.</source>
            <translation>Talvez o carro esteja espelhado: combina melhor com a origem trocando esquerda e direita.</translation>
        </message>
        <message>
            <source>The image has {width} × {height} pixels, but its angle's image {angle_width} × {angle_height}.</source>
            <translation>A imagem tem {width} × {height} pixels, mas a do seu ângulo {angle_width} × {angle_height}.</translation>
        </message>
        <message>
            <source>With {width} × {height} pixels the image is small for a listing.</source>
            <translation>Com {width} × {height} pixels a imagem é pequena para um anúncio.</translation>
        </message>
        <message>
            <source>The license plate may have changed.</source>
            <translation>A placa pode ter mudado.</translation>
        </message>
        <message>
            <source>There is no such file</source>
            <translation>O arquivo não existe</translation>
        </message>
        <message>
            <source>It is empty</source>
            <translation>Está vazio</translation>
        </message>
        <message>
            <source>It is no image of a kind known here</source>
            <translation>Não é uma imagem de um tipo conhecido</translation>
        </message>
        <message>
            <source>It is a folder without photos</source>
            <translation>É uma pasta sem fotos</translation>
        </message>
        <message>
            <source>It cannot be read</source>
            <translation>Não pode ser lido</translation>
        </message>
        <message>
            <source>It is damaged</source>
            <translation>Está danificado</translation>
        </message>
        <message>
            <source>With {megabytes} MB it is too large</source>
            <translation>Com {megabytes} MB é grande demais</translation>
        </message>
        <message>
            <source>With {width} × {height} pixels it is too large</source>
            <translation>Com {width} × {height} pixels é grande demais</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translation>nenhum motivo informado</translation>
        </message>
        <message>
            <source>nobody answers</source>
            <translation>ninguém responde</translation>
        </message>
        <message>
            <source>nobody listens there</source>
            <translation>ninguém escuta lá</translation>
        </message>
        <message>
            <source>no computer of this name is found</source>
            <translation>nenhum computador com este nome foi encontrado</translation>
        </message>
        <message>
            <source>it cannot be reached</source>
            <translation>não pode ser alcançado</translation>
        </message>
        <message>
            <source>it no longer answers</source>
            <translation>não responde mais</translation>
        </message>
        <message>
            <source>it was cut</source>
            <translation>foi cortada</translation>
        </message>
        <message>
            <source>it was closed ({code})</source>
            <translation>foi fechada ({code})</translation>
        </message>
        <message>
            <source>it speaks no WebSocket</source>
            <translation>não fala WebSocket</translation>
        </message>
        <message>
            <source>it speaks no TLS that this computer trusts</source>
            <translation>não fala um TLS em que este computador confie</translation>
        </message>
        <message>
            <source>the proxy does not let it through</source>
            <translation>o proxy não a deixa passar</translation>
        </message>
        <message>
            <source>a brace is open that is not closed, or the other way round</source>
            <translation>uma chave se abre e não se fecha, ou ao contrário</translation>
        </message>
        <message>
            <source>there is no {token}; the tokens are {known}</source>
            <translation>não existe {token}; os campos são {known}</translation>
        </message>
        <message>
            <source>the width in {token} makes no sense</source>
            <translation>a largura em {token} não faz sentido</translation>
        </message>
        <message>
            <source>it names no token, so that all files would have one name</source>
            <translation>não nomeia nenhum campo, e todos os arquivos teriam o mesmo nome</translation>
        </message>
        <message>
            <source>its name may hold letters, digits, _ and -</source>
            <translation>o nome pode ter letras, algarismos, _ e -</translation>
        </message>
        <message>
            <source>there is no profile “{profile}” to be like</source>
            <translation>não existe um perfil “{profile}” para servir de base</translation>
        </message>
        <message>
            <source>nobody knows what “{line}” means</source>
            <translation>não se sabe o que “{line}” significa</translation>
        </message>
        <message>
            <source>“{line}” stands outside a [profile]</source>
            <translation>“{line}” está fora de um [perfil]</translation>
        </message>
        <message>
            <source>“{line}” cannot be {said}: {reason}</source>
            <translation>“{line}” não pode ser {said}: {reason}</translation>
        </message>
        <message>
            <source>it is a text</source>
            <translation>é um texto</translation>
        </message>
        <message>
            <source>it is true or false</source>
            <translation>é verdadeiro (true) ou falso (false)</translation>
        </message>
        <message>
            <source>it is a number from {least} to {most}</source>
            <translation>é um número de {least} a {most}</translation>
        </message>
        <message>
            <source>it is a whole number</source>
            <translation>é um número inteiro</translation>
        </message>
        <message>
            <source>it is “own”, or two numbers such as 4:3</source>
            <translation>é “own”, ou dois números como 4:3</translation>
        </message>
        <message>
            <source>it is a color such as #FFFFFF</source>
            <translation>é uma cor como #FFFFFF</translation>
        </message>
        <message>
            <source>it is a list</source>
            <translation>é uma lista</translation>
        </message>
        <message>
            <source>it is one of {known}</source>
            <translation>é um de {known}</translation>
        </message>
        <message>
            <source>a JPEG cannot be transparent</source>
            <translation>um JPEG não pode ser transparente</translation>
        </message>
        <message>
            <source>It cannot be decoded ({error}).</source>
            <translation>Não pode ser decodificado ({error}).</translation>
        </message>
        <message>
            <source>It has {bytes} bytes, {most} are taken.</source>
            <translation>Tem {bytes} bytes; são aceitos {most}.</translation>
        </message>
        <message>
            <source>It is {format}, not {wanted}.</source>
            <translation>É {format}, não {wanted}.</translation>
        </message>
        <message>
            <source>Its pixels are {mode}, not {wanted}.</source>
            <translation>Os pixels são {mode}, não {wanted}.</translation>
        </message>
        <message>
            <source>Its quality is below {least}.</source>
            <translation>A qualidade é inferior a {least}.</translation>
        </message>
        <message>
            <source>Its long side has {pixels} pixels, more than {most}.</source>
            <translation>O lado maior tem {pixels} pixels, mais que {most}.</translation>
        </message>
        <message>
            <source>Its long side has {pixels} pixels, fewer than {least}.</source>
            <translation>O lado maior tem {pixels} pixels, menos que {least}.</translation>
        </message>
        <message>
            <source>Its shape is {shape}:1, not {wanted}:1.</source>
            <translation>A proporção é {shape}:1, não {wanted}:1.</translation>
        </message>
        <message>
            <source>It is not marked as what it is.</source>
            <translation>Não está marcado como o que é.</translation>
        </message>
        <message>
            <source>It tells a location.</source>
            <translation>Revela uma localização.</translation>
        </message>
        <message>
            <source>It does not say that its colors are sRGB.</source>
            <translation>Não diz que suas cores são sRGB.</translation>
        </message>
        <message>
            <source>eBay</source>
            <translation>eBay</translation>
        </message>
        <message>
            <source>At most 24 pictures of the actual item, without border, text or watermark.</source>
            <translation>No máximo 24 fotos do item real, sem borda, texto nem marca d’água.</translation>
        </message>
        <message>
            <source>Google vehicle ads</source>
            <translation>Anúncios de veículos do Google</translation>
        </message>
        <message>
            <source>Main image about 45° front-side, no overlay, marked as made by AI.</source>
            <translation>Imagem principal a cerca de 45° de frente e lado, sem sobreposições, marcada como feita por IA.</translation>
        </message>
        <message>
            <source>Dealer feed</source>
            <translation>Feed de concessionária</translation>
        </message>
        <message>
            <source>Stock number and a running number, the hero first; taken by most feeds.</source>
            <translation>Número de estoque e número sequencial, a principal primeiro; aceito pela maioria dos feeds.</translation>
        </message>
        <message>
            <source>Web, 1.71:1</source>
            <translation>Web, 1.71:1</translation>
        </message>
        <message>
            <source>For your own site: wide, light files of one exact shape.</source>
            <translation>Para o seu próprio site: arquivos largos e leves, de uma proporção exata.</translation>
        </message>
        <message>
            <source>Full size</source>
            <translation>Tamanho completo</translation>
        </message>
        <message>
            <source>Every pixel as it was made, as PNG.</source>
            <translation>Cada pixel como foi feito, em PNG.</translation>
        </message>
        <message>
            <source>Transparent</source>
            <translation>Transparente</translation>
        </message>
        <message>
            <source>The car alone, where its outline is known; the others as they are.</source>
            <translation>Só o carro, onde o contorno é conhecido; as demais como estão.</translation>
        </message>
        <message>
            <source>global prompts</source>
            <translation>prompts globais</translation>
        </message>
        <message>
            <source>angle presets</source>
            <translation>predefinições de ângulo</translation>
        </message>
        <message>
            <source>color presets</source>
            <translation>predefinições de cor</translation>
        </message>
        <message>
            <source>none</source>
            <translation>nenhuma</translation>
        </message>
        <message>
            <source>“{said}” in row {row} is no price</source>
            <translation>“{said}” na linha {row} não é um preço</translation>
        </message>
    </context>
    <context>
        <name>RequestDesk</name>
        <message>
            <source>This very batch has been made</source>
            <translation>Este mesmo lote já foi feito</translation>
        </message>
        <message>
            <source>The same photos, angles and colors would be paid for once more.</source>
            <translation>As mesmas fotos, ângulos e cores seriam pagos outra vez.</translation>
        </message>
        <message>
            <source>Make it again</source>
            <translation>Fazer de novo</translation>
        </message>
        <message>
            <source>Choose photos of the car</source>
            <translation>Escolher fotos do carro</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Todos os arquivos</translation>
        </message>
        <message>
            <source>an unknown price</source>
            <translation>um preço desconhecido</translation>
        </message>
        <message>
            <source>Replicate makes the images now</source>
            <translation>Agora o Replicate faz as imagens</translation>
        </message>
        <message>
            <source>Each one costs about {price}. The arrow beside the number of images changes the engine.</source>
            <translation>Cada uma custa cerca de {price}. A seta ao lado do número de imagens troca o motor.</translation>
        </message>
    </context>
    <context>
        <name>RequestPanel</name>
        <message>
            <source>Make and model, or stock number</source>
            <translation>Marca e modelo, ou número de estoque</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>Carro</translation>
        </message>
        <message>
            <source>Auto-colorize</source>
            <translation>Colorir automaticamente</translation>
        </message>
        <message>
            <source>Each angle starts its colors</source>
            <translation>Cada ângulo inicia suas cores</translation>
        </message>
        <message>
            <source>Angles only, for now</source>
            <translation>Por ora, só ângulos</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Car, angle, color, prompt</source>
            <translation>Carro, ângulo, cor, prompt</translation>
        </message>
        <message>
            <source>Car, angle, color or words of the prompt</source>
            <translation>Carro, ângulo, cor ou prompt</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Limpar a busca</translation>
        </message>
    </context>
    <context>
        <name>SelectionActions</name>
        <message>
            <source>Show files</source>
            <translation>Mostrar arquivos</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Destacar</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Excluir</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Empty bin</source>
            <translation>Esvaziar lixeira</translation>
        </message>
        <message>
            <source>From the bin it can be restored</source>
            <translation>Pode ser restaurada da lixeira</translation>
        </message>
        <message>
            <source>The system's recycle bin takes the files</source>
            <translation>Os arquivos vão para a lixeira do sistema</translation>
        </message>
        <message>
            <source>Unstar</source>
            <translation>Não destacar</translation>
        </message>
        <message>
            <source>{n} selected</source>
            <translation>{n} selecionadas</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagem</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imagens</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>The published CSV with the prompts of angle and color jobs.</source>
            <translation>O CSV publicado com os prompts dos trabalhos de ângulo e de cor.</translation>
        </message>
        <message>
            <source>The published CSV with the camera angles.</source>
            <translation>O CSV publicado com os ângulos de câmera.</translation>
        </message>
        <message>
            <source>The published CSV with the paint colors.</source>
            <translation>O CSV publicado com as cores de pintura.</translation>
        </message>
        <message>
            <source>The model on Replicate that makes the images, as owner/name.</source>
            <translation>O modelo do Replicate que faz as imagens, como dono/nome.</translation>
        </message>
        <message>
            <source>Address of Replicate's API.</source>
            <translation>Endereço da API do Replicate.</translation>
        </message>
        <message>
            <source>Finished images are kept in this folder; those already made stay where they are.</source>
            <translation>As imagens prontas são guardadas nesta pasta; as já feitas ficam onde estão.</translation>
        </message>
        <message>
            <source>Automatic is Replicate where a token is known, else Studio on this computer.</source>
            <translation>Automático é o Replicate quando há um token; senão, o Estúdio neste computador.</translation>
        </message>
        <message>
            <source>No batch starts that would go beyond it in a month. Empty for no limit.</source>
            <translation>Nenhum lote que o ultrapasse em um mês começa. Vazio: sem limite.</translation>
        </message>
        <message>
            <source>What an interruption kept from beginning is made at the next start without asking.</source>
            <translation>O que uma interrupção não deixou começar é feito no próximo início sem perguntar.</translation>
        </message>
        <message>
            <source>A ws:// or wss:// address that is told of every event. Empty for none.</source>
            <translation>Um endereço ws:// ou wss:// que recebe cada evento. Vazio: nenhum.</translation>
        </message>
        <message>
            <source>The window's colors; System follows this computer's setting.</source>
            <translation>As cores da janela; Sistema segue o que este computador usa.</translation>
        </message>
        <message>
            <source>What the window speaks. Another language is spoken from the next start on.</source>
            <translation>O idioma da janela. Outro idioma vale a partir do próximo início.</translation>
        </message>
    </context>
    <context>
        <name>SettingsDesk</name>
        <message>
            <source>Save what was spent</source>
            <translation>Salvar o que foi gasto</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>Tabelas (*.csv)</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>Salvo como {file}.</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Configurações</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Salvar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Pronto</translation>
        </message>
        <message>
            <source>Testing…</source>
            <translation>Testando…</translation>
        </message>
        <message>
            <source>Choose the gallery folder</source>
            <translation>Escolher a pasta da galeria</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Procurar…</translation>
        </message>
        <message>
            <source>Price table</source>
            <translation>Tabela de preços</translation>
        </message>
        <message>
            <source>Open the table in which prices can be corrected</source>
            <translation>Abrir a tabela em que os preços são corrigidos</translation>
        </message>
        <message>
            <source>Spending…</source>
            <translation>Gastos…</translation>
        </message>
        <message>
            <source>Save what each batch and month has cost as CSV</source>
            <translation>Salvar em CSV o que cada lote e mês custou</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>Spending</source>
            <translation>Gastos</translation>
        </message>
        <message>
            <source>Presets</source>
            <translation>Predefinições</translation>
        </message>
        <message>
            <source>Computer</source>
            <translation>Computador</translation>
        </message>
        <message>
            <source>Mirror</source>
            <translation>Espelho</translation>
        </message>
        <message>
            <source>Images are made by</source>
            <translation>As imagens são feitas por</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Monthly budget, in US dollars</source>
            <translation>Orçamento mensal, em dólares</translation>
        </message>
        <message>
            <source>Go on after an interruption</source>
            <translation>Continuar depois de uma interrupção</translation>
        </message>
        <message>
            <source>Global prompts</source>
            <translation>Prompts globais</translation>
        </message>
        <message>
            <source>Angle presets</source>
            <translation>Predefinições de ângulo</translation>
        </message>
        <message>
            <source>Color presets</source>
            <translation>Predefinições de cor</translation>
        </message>
        <message>
            <source>Gallery folder</source>
            <translation>Pasta da galeria</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Claro ou escuro</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Address of the mirror</source>
            <translation>Endereço do espelho</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <source>Replicate</source>
            <translation>Replicate</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Estúdio</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Sistema</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Escuro</translation>
        </message>
    </context>
    <context>
        <name>SettingsRow</name>
        <message>
            <source>Set by {name}; the environment wins.</source>
            <translation>Definido por {name}; o ambiente prevalece.</translation>
        </message>
    </context>
    <context>
        <name>TokenField</name>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remover</translation>
        </message>
        <message>
            <source>Kept. Type here to replace it.</source>
            <translation>Guardado. Digite aqui para substituí-lo.</translation>
        </message>
        <message>
            <source>Kept.</source>
            <translation>Guardado.</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <source>The token will be removed when you save.</source>
            <translation>O token será removido ao salvar.</translation>
        </message>
        <message>
            <source>Get a token</source>
            <translation>Obter um token</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Replicate token</source>
            <translation>Token do Replicate</translation>
        </message>
        <message>
            <source>r8_…</source>
            <translation>r8_…</translation>
        </message>
        <message>
            <source>Asking Replicate whose token this is…</source>
            <translation>Perguntando ao Replicate de quem é este token…</translation>
        </message>
        <message>
            <source>Signed in as {name} (organization)</source>
            <translation>Conectado como {name} (organização)</translation>
        </message>
        <message>
            <source>Signed in as {name}</source>
            <translation>Conectado como {name}</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Page</source>
            <translation>Página</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Estúdio</translation>
        </message>
        <message>
            <source>Gallery</source>
            <translation>Galeria</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Histórico</translation>
        </message>
        <message>
            <source>Switch between light and dark</source>
            <translation>Alternar entre claro e escuro</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Configurações</translation>
        </message>
    </context>
    <context>
        <name>TouchUpBar</name>
        <message>
            <source>Zoom out (Ctrl+−)</source>
            <translation>Afastar (Ctrl+−)</translation>
        </message>
        <message>
            <source>Zoom in (Ctrl++)</source>
            <translation>Aproximar (Ctrl++)</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Desfazer (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Shift+Z)</source>
            <translation>Refazer (Ctrl+Shift+Z)</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Redefinir</translation>
        </message>
        <message>
            <source>Show the whole picture (Ctrl+0)</source>
            <translation>Mostrar a imagem inteira (Ctrl+0)</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Ajustar</translation>
        </message>
        <message>
            <source>{zoom} ×</source>
            <translation>{zoom} ×</translation>
        </message>
        <message>
            <source>Zoom: {zoom}. Show the whole picture</source>
            <translation>Zoom: {zoom}. Mostrar a imagem inteira</translation>
        </message>
        <message>
            <source>Touch-up</source>
            <translation>Retoque</translation>
        </message>
    </context>
    <context>
        <name>TouchUpCanvas</name>
        <message>
            <source>Picture</source>
            <translation>Imagem</translation>
        </message>
        <message>
            <source>Arrow keys move the brush, Enter begins and ends a stroke.</source>
            <translation>As setas movem o pincel; Enter começa e termina um traço.</translation>
        </message>
    </context>
    <context>
        <name>TouchUpDesk</name>
        <message>
            <source>Still being made</source>
            <translation>Ainda em andamento</translation>
        </message>
        <message>
            <source>A picture can be touched up when its batch has ended.</source>
            <translation>Uma imagem pode ser retocada quando seu lote terminar.</translation>
        </message>
    </context>
    <context>
        <name>TouchUpDialog</name>
        <message>
            <source>Touch up {title}</source>
            <translation>Retocar {title}</translation>
        </message>
        <message>
            <source>Opening the picture…</source>
            <translation>Abrindo a imagem…</translation>
        </message>
        <message>
            <source>Your strokes are not applied. Cancel once more to drop them.</source>
            <translation>Seus traços não foram aplicados. Cancele de novo para descartá-los.</translation>
        </message>
        <message>
            <source>Applying…</source>
            <translation>Aplicando…</translation>
        </message>
    </context>
    <context>
        <name>TouchUpPanel</name>
        <message>
            <source>Correct</source>
            <translation>Corrigir</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Contorno</translation>
        </message>
        <message>
            <source>Paint</source>
            <translation>Pintura</translation>
        </message>
        <message>
            <source>Brush</source>
            <translation>Pincel</translation>
        </message>
        <message>
            <source>Brush size in pixels</source>
            <translation>Tamanho do pincel em pixels</translation>
        </message>
        <message>
            <source>Show mask</source>
            <translation>Mostrar máscara</translation>
        </message>
        <message>
            <source>Apply to all colors of this row</source>
            <translation>Aplicar às cores da linha</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Manter</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Tirar</translation>
        </message>
        <message>
            <source>Not paint</source>
            <translation>Sem pintura</translation>
        </message>
        <message>
            <source>Mark what belongs to the car and what does not. Short strokes are enough.</source>
            <translation>Marque o que é do carro e o que não é. Traços curtos bastam.</translation>
        </message>
        <message>
            <source>Mark the painted body. Glass, tires, lamps and plate are not paint.</source>
            <translation>Marque a carroceria pintada. Vidros, pneus, faróis e placa não são pintura.</translation>
        </message>
        <message>
            <source>{n} px</source>
            <translation>{n} px</translation>
        </message>
        <message>
            <source>This is the finished picture.</source>
            <translation>Esta é a imagem pronta.</translation>
        </message>
        <message>
            <source>The painted parts are shown in a trial color.</source>
            <translation>As partes pintadas aparecem em uma cor de teste.</translation>
        </message>
        <message>
            <source>What is hatched is cut away.</source>
            <translation>O que está hachurado é recortado.</translation>
        </message>
        <message>
            <source>What is hatched along the line is repainted.</source>
            <translation>O hachurado junto à linha é repintado.</translation>
        </message>
        <message>
            <source>Please check</source>
            <translation>Confira, por favor</translation>
        </message>
        <message>
            <source>brush size</source>
            <translation>tamanho do pincel</translation>
        </message>
        <message>
            <source>the other brush</source>
            <translation>o outro pincel</translation>
        </message>
        <message>
            <source>mask or finished picture</source>
            <translation>máscara ou imagem final</translation>
        </message>
        <message>
            <source>hold and drag to move</source>
            <translation>segurar e arrastar</translation>
        </message>
        <message>
            <source>draw with the keyboard</source>
            <translation>desenhar pelo teclado</translation>
        </message>
    </context>
    <context>
        <name>TrayIcon</name>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Quit, go on next time</source>
            <translation>Sair e continuar depois</translation>
        </message>
    </context>
    <context>
        <name>VerdictButtons</name>
        <message>
            <source>Approve</source>
            <translation>Aprovar</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Rejeitar</translation>
        </message>
        <message>
            <source>Approve for an export (A); once more takes it back</source>
            <translation>Aprovar para exportar (A); de novo anula</translation>
        </message>
        <message>
            <source>Keep out of exports (X); once more takes it back</source>
            <translation>Deixar fora das exportações (X); de novo anula</translation>
        </message>
    </context>
    <context>
        <name>Verdicts</name>
        <message>
            <source>Approved</source>
            <translation>Aprovada</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rejeitada</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>No presets</source>
            <translation>Sem predefinições</translation>
        </message>
        <message>
            <source>Built-in presets</source>
            <translation>Predefinições incluídas</translation>
        </message>
        <message>
            <source>Presets: last copy, {age}</source>
            <translation>Predefinições: última cópia, {age}</translation>
        </message>
        <message>
            <source>Presets: sheets, read {time:%H:%M}</source>
            <translation>Predefinições: planilhas, lidas {time:%H:%M}</translation>
        </message>
        <message>
            <source>No Replicate token yet.</source>
            <translation>Ainda sem token do Replicate.</translation>
        </message>
        <message>
            <source>The studio's model file is missing; set the program up again.</source>
            <translation>Falta o arquivo do modelo do Estúdio; instale o programa de novo.</translation>
        </message>
        <message>
            <source>{n} min old</source>
            <translation>de {n} min atrás</translation>
        </message>
        <message>
            <source>{n} h old</source>
            <translation>de {n} h atrás</translation>
        </message>
        <message>
            <source>{n} days old</source>
            <translation>de {n} dias atrás</translation>
        </message>
        <message>
            <source>No token yet. It will be kept in the system's keychain.</source>
            <translation>Ainda sem token. Será guardado no chaveiro do sistema.</translation>
        </message>
        <message>
            <source>From REPLICATE_API_TOKEN; the environment wins.</source>
            <translation>De REPLICATE_API_TOKEN; o ambiente prevalece.</translation>
        </message>
        <message>
            <source>In the system's keychain.</source>
            <translation>No chaveiro do sistema.</translation>
        </message>
        <message>
            <source>For this run only: this system has no keychain.</source>
            <translation>Só desta vez: este sistema não tem chaveiro.</translation>
        </message>
        <message>
            <source>It is kept in the system's keychain, and sent to the mirror alone.</source>
            <translation>É guardado no chaveiro do sistema e enviado só ao espelho.</translation>
        </message>
        <message>
            <source>From CARMP_MIRROR_TOKEN; the environment wins.</source>
            <translation>De CARMP_MIRROR_TOKEN; o ambiente prevalece.</translation>
        </message>
    </context>
    <context>
        <name>_Step</name>
        <message>
            <source>next</source>
            <translation>próximo</translation>
        </message>
        <message>
            <source>later</source>
            <translation>depois</translation>
        </message>
        <message>
            <source>done</source>
            <translation>feito</translation>
        </message>
    </context>
</TS>
